package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Main main =
            new Main(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));

    @TempDir Path folder;

    @Test
    void theVersionIsTheOneThatWasBuilt() {
        assertEquals(Main.OK, main.run(List.of("--version")));

        assertTrue(out.toString(StandardCharsets.UTF_8).matches("Paddock \\d+\\.\\d+\\.\\d+.*\\R"));
    }

    @Test
    void everyOptionIsInTheHelp() {
        assertEquals(Main.OK, main.run(List.of("--help")));

        String help = out.toString(StandardCharsets.UTF_8);
        for (String option :
                List.of(
                        "--engine",
                        "--model",
                        "--start",
                        "--data-dir",
                        "--port",
                        "--ctx-size",
                        "--parallel",
                        "--gpu-layers",
                        "--self-test",
                        "--version",
                        "--help")) {
            assertTrue(help.contains(option), option);
        }
    }

    @Test
    void aWrongOptionIsOneLineOnTheErrorStream() {
        assertEquals(Main.MISUSED, main.run(List.of("--nonsense")));

        assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count());
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aDataFolderThatCannotBeIsOneLineOnTheErrorStream() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertEquals(Main.FAILED, main.run(List.of("--data-dir", file.resolve("x").toString())));
        assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count());
    }
}
