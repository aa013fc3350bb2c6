package dev.paddock.ui.words;

import java.util.Map;
import java.util.Optional;

/** What programmers call the signals that end a process; those of one number on every POSIX. */
final class SignalName {
    private static final Map<Integer, String> NAMES =
            Map.of(
                    1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 8, "SIGFPE",
                    9, "SIGKILL", 11, "SIGSEGV", 13, "SIGPIPE", 15, "SIGTERM");

    private SignalName() {}

    static Optional<String> of(int signal) {
        return Optional.ofNullable(NAMES.get(signal));
    }
}
