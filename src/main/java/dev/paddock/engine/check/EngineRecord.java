package dev.paddock.engine.check;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What must be known of an engine to recognise it after this app was killed.
 *
 * @param started as the operating system reports it
 * @param executable the llama-server that was started, without symbolic links
 * @param token random, in the engine's environment; opens nothing
 * @param owner the process of the app that started it
 */
public record EngineRecord(
        long pid,
        Instant started,
        Path executable,
        int port,
        String token,
        long owner,
        Instant ownerStarted) {
    private static final int HIGHEST_PORT = 65_535;

    /**
     * @throws IllegalArgumentException when no process can be meant
     */
    public EngineRecord {
        boolean port16 = port > 0 && port <= HIGHEST_PORT;
        if (pid <= 0 || owner <= 0 || !port16 || !executable.isAbsolute()) {
            throw new IllegalArgumentException("no engine: " + pid + " " + executable);
        }
    }
}
