package dev.paddock.llama.process;

import dev.paddock.engine.Failure;
import dev.paddock.engine.SpawnError;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a system's error number says about a process it did not start. Java tells the number in the
 * message only: {@code Exec failed, error: 13 (Permission denied)} or {@code error=5, …}.
 */
final class SpawnErrors {
    private static final Pattern NUMBERED =
            Pattern.compile("error[=:] ?(\\d{1,9})(?:, | \\()([^)]*)");

    private SpawnErrors() {}

    static Failure of(Path engine, IOException refused, boolean windows) {
        var message = Optional.ofNullable(refused.getMessage()).orElse("");
        var found = NUMBERED.matcher(message);
        if (!found.find()) {
            return new Failure.SpawnFailed(engine, SpawnError.OTHER, message.strip());
        }
        int number = Integer.parseInt(found.group(1));
        var error = windows ? windows(number) : posix(number);
        return new Failure.SpawnFailed(engine, error, found.group(2).strip());
    }

    /** As in errno.h; where macOS has a number of its own, it follows that of Linux. */
    private static SpawnError posix(int errno) {
        return switch (errno) {
            case 2, 20 -> SpawnError.NOT_FOUND;
            case 1, 13 -> SpawnError.NO_PERMISSION;
            case 8, 86 -> SpawnError.WRONG_FORMAT;
            case 7 -> SpawnError.ARGUMENTS_TOO_LONG;
            case 12 -> SpawnError.NO_MEMORY;
            case 11, 35, 23, 24 -> SpawnError.TOO_MANY_PROCESSES;
            case 26 -> SpawnError.IN_USE;
            default -> SpawnError.OTHER;
        };
    }

    /** As in winerror.h. */
    private static SpawnError windows(int error) {
        return switch (error) {
            case 2, 3 -> SpawnError.NOT_FOUND;
            case 5, 740, 1260 -> SpawnError.NO_PERMISSION;
            case 193, 216 -> SpawnError.WRONG_FORMAT;
            case 206 -> SpawnError.ARGUMENTS_TOO_LONG;
            case 8, 14, 1455 -> SpawnError.NO_MEMORY;
            case 4 -> SpawnError.TOO_MANY_PROCESSES;
            case 32 -> SpawnError.IN_USE;
            default -> SpawnError.OTHER;
        };
    }
}
