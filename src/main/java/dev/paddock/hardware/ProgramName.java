package dev.paddock.hardware;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person calls a running program. Pure. */
final class ProgramName {
    /** The dynamic loaders of glibc and musl, which can be called with a program to run. */
    private static final Pattern LOADER =
            Pattern.compile("ld(-linux[\\w-]*|-musl-[\\w-]+|64)?\\.so.*");

    /** Their options that have a value of their own. */
    private static final Set<String> VALUED =
            Set.of(
                    "--library-path",
                    "--argv0",
                    "--preload",
                    "--audit",
                    "--inhibit-rpath",
                    "--glibc-hwcaps-prepend",
                    "--glibc-hwcaps-mask");

    private ProgramName() {}

    /**
     * @param command the file that runs
     * @param arguments what it was called with, without its own name
     */
    static String of(String command, List<String> arguments) {
        String file = file(command);
        return LOADER.matcher(file).matches()
                ? loaded(arguments).map(ProgramName::file).orElse(file)
                : file;
    }

    private static Optional<String> loaded(List<String> arguments) {
        for (int at = 0; at < arguments.size(); at++) {
            String argument = arguments.get(at);
            if (!argument.startsWith("--")) {
                return Optional.of(argument);
            }
            at += VALUED.contains(argument) ? 1 : 0;
        }
        return Optional.empty();
    }

    private static String file(String path) {
        var name = Path.of(path).getFileName();
        return name == null ? path : name.toString();
    }
}
