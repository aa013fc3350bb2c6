package dev.paddock.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.server.ExtraArguments;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wish in the words of builds years apart. */
class SpellingsTest {
    private static final EngineHelp NEW =
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
                    """);
    private static final EngineHelp OLD =
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
                    """);

    private static String said(String line, EngineHelp help) {
        return String.join(" ", Spellings.of(ExtraArguments.split(line), help));
    }

    @ParameterizedTest
    @CsvSource({
        "--no-mmap -t 2, -lm none -t 2",
        "--mlock, -lm mmap+mlock",
        "-fa, -fa on",
        "-fa -t 2, -fa on -t 2",
        "-fa off, -fa off",
        "--draft-max 4, --spec-draft-n-max 4",
        "--no-webui, --no-webui",
        "-t --mlock, -t --mlock",
        "--unheard-of 3, --unheard-of 3"
    })
    void inTheWordsOfANewBuild(String given, String expected) {
        assertEquals(expected, said(given, NEW));
    }

    @ParameterizedTest
    @CsvSource({
        "-lm none -t 2, --no-mmap -t 2",
        "-lm mmap+mlock, --mlock",
        "--load-mode auto, ''",
        "-lm dio, -lm dio",
        "-fa on, -fa",
        "-fa off -t 2, -t 2",
        "--flash-attn, --flash-attn",
        "--spec-draft-n-max 4, --draft-max 4",
        "--no-ui, --no-webui"
    })
    void inTheWordsOfAnOldBuild(String given, String expected) {
        assertEquals(expected, said(given, OLD));
    }

    @ParameterizedTest
    @CsvSource({"--no-mmap -fa, --no-mmap -fa"})
    void unchangedWhereTheBuildIsUnknown(String given, String expected) {
        assertEquals(expected, said(given, EngineHelp.unknown()));
    }
}
