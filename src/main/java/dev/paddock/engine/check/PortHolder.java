package dev.paddock.engine.check;

import java.time.Instant;
import java.util.Optional;

/**
 * The program that listens on a port.
 *
 * @param program as a person knows it: its file's name, of what a loader runs not the loader's
 * @param more what the system tells of it; each of its parts may be hidden from this account
 */
public record PortHolder(String program, long pid, Details more) {
    /**
     * @param command with its arguments
     * @param user whose process it is
     */
    public record Details(
            Optional<String> command, Optional<String> user, Optional<Instant> since) {
        public static final Details NONE =
                new Details(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public PortHolder(String program, long pid) {
        this(program, pid, Details.NONE);
    }
}
