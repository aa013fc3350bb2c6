package dev.paddock.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.CacheType;
import dev.paddock.option.Catalogue;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class CommandLineTest {
    private final Words words = new Words();

    private static CommandLine parse(String... arguments) throws UsageException {
        return CommandLine.parse(List.of(arguments));
    }

    @Test
    void nothingMeansTheWindowWithTheKeptSettings() throws UsageException {
        CommandLine line = parse();

        assertEquals(CommandLine.Mode.WINDOW, line.mode());
        assertEquals(Options.EMPTY, line.options());
        assertFalse(line.start());
    }

    @Test
    void twoDashesEndTheOptions() throws UsageException {
        var odd = Optional.of(Path.of("--port").toAbsolutePath());
        assertEquals(odd, parse("--temp", "0,5", "--", "--port").model());
        assertEquals(odd, parse("run", "--", "--port").model());
        assertEquals(Optional.empty(), parse("--").model());
        assertThrows(UsageException.class, () -> parse("--", "a.gguf", "--start"));
    }

    @Test
    void everyOptionIsRead() throws UsageException {
        CommandLine line =
                parse(
                        "--engine=/opt/llama",
                        "--port",
                        "9000",
                        "--ctx-size",
                        "8192",
                        "--parallel=2",
                        "--gpu-layers",
                        "none",
                        "--temp=0.2",
                        "-ctk",
                        "q8_0",
                        "--stop=END",
                        "--data-dir",
                        "/tmp/p",
                        "--start",
                        "/models/a b.gguf");

        assertEquals(Optional.of(Path.of("/opt/llama")), line.engine());
        assertEquals(Optional.of(Path.of("/models/a b.gguf")), line.model());
        assertEquals(Optional.of(Path.of("/tmp/p")), line.dataDir());
        assertTrue(line.start());
        assertEquals(
                Options.of(EngineOptions.PORT, 9000)
                        .with(EngineOptions.CONTEXT_SIZE, 8192)
                        .with(EngineOptions.PARALLEL_SLOTS, 2)
                        .with(EngineOptions.GPU_LAYERS, new GpuLayers.None())
                        .with(EngineOptions.CACHE_TYPE_K, CacheType.Q8_0)
                        .with(SamplingOptions.TEMPERATURE, 0.2)
                        .with(SamplingOptions.STOP_SEQUENCES, List.of("END")),
                line.options());
        assertEquals(List.of(), line.remarks());
    }

    static List<Option<?>> everyRow() {
        return Catalogue.every().options();
    }

    @ParameterizedTest
    @MethodSource("everyRow")
    <T> void everyRowOfTheCataloguesIsReadByEveryOfItsFlags(Option<T> row) throws UsageException {
        String text = row.format(row.usual());
        for (String flag : row.spelling().flags()) {
            if (flag.startsWith("--")) {
                assertEquals(Options.of(row, row.usual()), parse(flag + "=" + text).options());
            }
            if (!text.isEmpty()) {
                assertEquals(Options.of(row, row.usual()), parse(flag, text).options(), flag);
            }
        }
    }

    @Test
    void aRunningPaddockIsToldTheSame() throws UsageException {
        CommandLine line =
                parse("run", "/m.gguf", "--stop=a\nb", "--extra-fields={\"n\": 1}", "-ngl", "-1");

        assertEquals(line, CommandLine.parse(line.arguments()));
    }

    @Test
    void runOpensAModelAndStartsTheEngine() throws UsageException {
        CommandLine line = parse("run", "/models/a.gguf", "--port", "9000");

        assertEquals(CommandLine.Mode.WINDOW, line.mode());
        assertEquals(Optional.of(Path.of("/models/a.gguf")), line.model());
        assertEquals(Options.of(EngineOptions.PORT, 9000), line.options());
        assertTrue(line.start());
        assertEquals(Optional.of(Path.of("run").toAbsolutePath()), parse("./run").model());
    }

    @Test
    void runMayStandBehindOptions() throws UsageException {
        CommandLine line = parse("--data-dir", "/tmp/p", "run", "/models/a.gguf");

        assertEquals(Optional.of(Path.of("/models/a.gguf")), line.model());
        assertEquals(Optional.of(Path.of("/tmp/p")), line.dataDir());
        assertTrue(line.start());
        assertEquals(parse("/models/a.gguf", "--start"), parse("run", "/models/a.gguf"));
    }

    @Test
    void minusOneLayersIsAValueAndNotAnOption() throws UsageException {
        assertEquals(
                Options.of(EngineOptions.GPU_LAYERS, new GpuLayers.All()),
                parse("--gpu-layers", "-1").options());
    }

    @ParameterizedTest
    @CsvSource({
        "--no-mmap, --no-mmap is out of use and was taken for --load-mode none.",
        "--mlock, --mlock is out of use and was taken for --load-mode mmap+mlock.",
        "-dio, -dio is out of use and was taken for --load-mode dio.",
        "--no-mmap --mlock, --no-mmap --mlock is out of use and was taken for --load-mode mlock.",
        "--mlock --no-mmap, --mlock --no-mmap is out of use and was taken for --load-mode mlock.",
        "--mmap --mlock, --mmap --mlock is out of use and was taken for --load-mode mmap+mlock.",
        "--no-mmap --mmap, '--mmap was given twice; mmap holds, which came last.'",
        "--ctx_size 2048, --ctx_size was taken for --ctx-size.",
        "--CTX-SIZE 2048, --CTX-SIZE was taken for --ctx-size.",
        "--ctxsize=2048, --ctxsize was taken for --ctx-size.",
        "--n_predict=7, --n_predict was taken for --predict.",
        "--temp 0.5 --temp=0.9, '--temp was given twice; 0.9 holds, which came last.'",
        "--temp 0.5 --temperature 0.9, '--temperature was given twice; 0.9 holds, which came"
                + " last.'"
    })
    void whatShouldBeSaidOtherwiseIsUnderstoodAndTold(String said, String sentence)
            throws UsageException {
        CommandLine line = parse(said.split(" "));

        assertEquals(
                List.of(sentence),
                line.remarks().stream().map(remark -> remark.sentence(words)).toList());
        assertEquals(1, line.options().set().size());
        assertEquals(line, CommandLine.parse(line.arguments()), "a running Paddock tells it too");
    }

    @Test
    void theSameTwiceIsNoReasonToTell() throws UsageException {
        assertEquals(List.of(), parse("--temp=0.5", "--temp=0.5").remarks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --bogus              | There is no option --bogus. See paddock --help.
                    --ctx-sise 1         | There is no option --ctx-sise. Did you mean --ctx-size? See paddock --help.
                    --tpo-p 1            | There is no option --tpo-p. Did you mean --top-p? See paddock --help.
                    --strat              | There is no option --strat. Did you mean --start? See paddock --help.
                    --port               | --port needs a value. See paddock --help.
                    --port=              | --port needs a value. See paddock --help.
                    --port 80            | --port takes a whole number from 1024 to 65535, not “80”.
                    --port x             | --port takes a whole number from 1024 to 65535, not “x”.
                    -c 99999999          | -c takes a whole number from 1 to 16777216, not “99999999”.
                    --temp 3             | --temp takes a number from 0 to 2, not “3”.
                    -fa maybe            | -fa takes one of auto, on, off, not “maybe”.
                    --extra-fields [1]   | --extra-fields does not take “[1]”. A JSON object in braces.
                    --gpu-layers many    | --gpu-layers takes “auto”, “all”, “none” or a number of layers, not “many”.
                    --start=yes          | --start takes no value.
                    --mlock=yes          | --mlock takes no value.
                    a.gguf --model b     | --model was given twice.
                    run                  | A model is missing: paddock run MODEL. See paddock --help.
                    run --start          | A model is missing: paddock run MODEL. See paddock --help.
                    pull x               | “pull” is no file here, and none of Paddock’s subcommands (run). See paddock --help.
                    serve                | “serve” is no file here, and none of Paddock’s subcommands (run). See paddock --help.
                    --port 9000 start    | “start” is no file here, and none of Paddock’s subcommands (run). See paddock --help.
                    run start            | “start” is no file here, and none of Paddock’s subcommands (run). See paddock --help.
                    x.gguf run           | “run” comes first: paddock run MODEL. See paddock --help.
                    --engine --version   | --engine needs a value. See paddock --help.
                    -m -c 512            | -m needs a value. See paddock --help.
                    """)
    void whatIsWrongIsNamed(String arguments, String sentence) {
        var thrown = assertThrows(UsageException.class, () -> parse(arguments.split(" ")));

        assertEquals(sentence, thrown.sentence(words));
    }
}
