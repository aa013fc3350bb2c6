package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.GpuLayers;
import dev.paddock.engine.ServerSettings;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertEquals(ServerSettings.DEFAULT, line.over(ServerSettings.DEFAULT));
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
                        "--data-dir",
                        "/tmp/p",
                        "--start",
                        "/models/a b.gguf");

        assertEquals(Optional.of(Path.of("/opt/llama")), line.engine());
        assertEquals(Optional.of(Path.of("/models/a b.gguf")), line.model());
        assertEquals(Optional.of(Path.of("/tmp/p")), line.dataDir());
        assertTrue(line.start());
        assertEquals(
                new ServerSettings(9000, 8192, 2, new GpuLayers.None(), "-t 1"),
                line.over(ServerSettings.DEFAULT.withExtraArguments("-t 1")));
    }

    @Test
    void minusOneLayersIsAValueAndNotAnOption() throws UsageException {
        assertEquals(Optional.of(new GpuLayers.All()), parse("--gpu-layers", "-1").gpuLayers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --bogus              | There is no option --bogus. See paddock --help.
                    --port               | --port needs a value. See paddock --help.
                    --port=              | --port needs a value. See paddock --help.
                    --port 80            | --port takes a whole number from 1024 to 65535, not “80”.
                    --port x             | --port takes a whole number from 1024 to 65535, not “x”.
                    --gpu-layers many    | --gpu-layers takes “auto”, “all”, “none” or a number of layers, not “many”.
                    --start=yes          | --start takes no value.
                    a.gguf --model b     | --model was given twice.
                    """)
    void whatIsWrongIsNamed(String arguments, String sentence) {
        var thrown = assertThrows(UsageException.class, () -> parse(arguments.split(" ")));

        assertEquals(sentence, thrown.sentence(words));
    }
}
