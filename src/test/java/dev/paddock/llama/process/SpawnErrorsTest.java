package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.engine.Failure.SpawnFailed;
import dev.paddock.engine.SpawnError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class SpawnErrorsTest {
    private static final Path ENGINE = Path.of("/e/llama-server");
    private static final int MORE_THAN_LINUX_TAKES = 10_000_000;

    @TempDir private Path folder;

    /** What this Java says of what this system refuses. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatThisSystemRefusesIsUnderstood() throws Exception {
        var script = Files.writeString(folder.resolve("text"), "no program");
        assertEquals(
                List.of(
                        SpawnError.NOT_FOUND,
                        SpawnError.NO_PERMISSION,
                        SpawnError.ARGUMENTS_TOO_LONG),
                List.of(
                        refusal(folder.resolve("gone").toString()),
                        refusal(script.toString()),
                        refusal("/bin/sh", "x".repeat(MORE_THAN_LINUX_TAKES))));
    }

    private static SpawnError refusal(String... command) {
        var refused = assertThrows(IOException.class, () -> new ProcessBuilder(command).start());
        return of(refused.getMessage(), false).error();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreateProcess error=2, The system cannot find the file specified | NOT_FOUND",
                "CreateProcess error=5, Access is denied | NO_PERMISSION",
                "CreateProcess error=193, %1 is not a valid Win32 application | WRONG_FORMAT",
                "CreateProcess error=206, The filename or extension is too long"
                        + " | ARGUMENTS_TOO_LONG",
                "CreateProcess error=1455, The paging file is too small | NO_MEMORY",
                "CreateProcess error=32, It is being used by another process | IN_USE",
                "CreateProcess error=8, Not enough memory resources | NO_MEMORY",
                "CreateProcess error=1, Incorrect function | OTHER"
            })
    void whatWindowsSaysIsUnderstoodByItsNumber(String message, SpawnError expected) {
        assertEquals(expected, of("Cannot run program \"x\": " + message, true).error());
    }

    @ParameterizedTest
    @CsvSource({
        "8, WRONG_FORMAT",
        "11, TOO_MANY_PROCESSES",
        "12, NO_MEMORY",
        "24, TOO_MANY_PROCESSES",
        "26, IN_USE",
        "99, OTHER"
    })
    void theNumbersOfPosix(int number, SpawnError expected) {
        var message = "Cannot run program \"x\": Exec failed, error: " + number + " (Its words) ";
        assertEquals(new SpawnFailed(ENGINE, expected, "Its words"), of(message, false));
    }

    @Test
    void whatHasNoNumberIsQuotedWhole() {
        assertEquals(
                new SpawnFailed(ENGINE, SpawnError.OTHER, "no helper"), of("no helper", false));
    }

    private static SpawnFailed of(String message, boolean windows) {
        return (SpawnFailed) SpawnErrors.of(ENGINE, new IOException(message), windows);
    }
}
