package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.option.ArgumentLine;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wish in the words of builds years apart. */
class FlagAliasesTest {
    enum Build {
        NEW(
                EngineHelp.parse(
                        """
                        -m,    --model FNAME                    model path to load
                        -c,    --ctx-size N                     size of the prompt context
                        --host HOST                             address to listen on
                        --port PORT                             port to listen on
                        -t,    --threads N                      number of threads
                        -fa,   --flash-attn [on|off|auto]       set Flash Attention use
                        -lm,   --load-mode MODE                 model loading mode
                        --spec-draft-n-max N                    number of tokens to draft
                        --no-ui, --no-webui                     no page
                        --draft, --draft-n, --draft-max N       the argument has been removed. use --spec
                        """)),
        OLD(
                EngineHelp.parse(
                        """
                        -m,    --model FNAME                    model path to load
                        -c,    --ctx-size N                     size of the prompt context
                        --host HOST                             address to listen on
                        --port PORT                             port to listen on
                        -t,    --threads N                      number of threads
                        -fa,   --flash-attn                     enable Flash Attention
                        --no-mmap                               do not memory-map model
                        --mlock                                 keep model in RAM
                        --draft-max, --draft, --draft-n N       number of tokens to draft
                        --no-webui                              no page
                        """)),
        UNKNOWN(EngineHelp.unknown());

        private final EngineHelp help;

        Build(EngineHelp help) {
            this.help = help;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, --no-mmap -t 2, -lm none -t 2",
        "NEW, --mlock, -lm mmap+mlock",
        "NEW, -fa, -fa on",
        "NEW, -fa -t 2, -fa on -t 2",
        "NEW, -fa off, -fa off",
        "NEW, -fa maybe, -fa maybe",
        "NEW, --draft-max 4, --spec-draft-n-max 4",
        "NEW, --no-webui, --no-webui",
        "NEW, -t --mlock, -t --mlock",
        "NEW, --unheard-of 3, --unheard-of 3",
        "OLD, -lm none -t 2, --no-mmap -t 2",
        "OLD, -lm mmap+mlock, --mlock",
        "OLD, --load-mode auto, ''",
        "OLD, -lm dio, -lm dio",
        "OLD, -fa on, -fa",
        "OLD, -fa off -t 2, -t 2",
        "OLD, --flash-attn, --flash-attn",
        "OLD, --spec-draft-n-max 4, --draft-max 4",
        "OLD, --no-ui, --no-webui",
        "UNKNOWN, --no-mmap -fa, --no-mmap -fa"
    })
    void inTheWordsOfTheBuild(Build build, String given, String expected) {
        var said = FlagAliases.of(ArgumentLine.split(given), build.help);
        assertEquals(expected, String.join(" ", said));
    }
}
