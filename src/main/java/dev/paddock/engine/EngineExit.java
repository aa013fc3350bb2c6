package dev.paddock.engine;

/**
 * How the engine's process ended.
 *
 * @param code the exit status as the operating system reports it; on POSIX 128 + n for signal n
 */
public record EngineExit(int code) {
    private static final int FIRST_SIGNAL = 128;
    private static final int LAST_SIGNAL = FIRST_SIGNAL + 31;

    /** Whether the system ended it: by a signal or, on Windows, by an exception. */
    public boolean bySystem() {
        return code < 0 || code > FIRST_SIGNAL && code <= LAST_SIGNAL;
    }
}
