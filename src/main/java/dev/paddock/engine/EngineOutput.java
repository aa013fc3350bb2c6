package dev.paddock.engine;

import java.util.List;

/**
 * Takes what one engine process writes, as it comes, from that process's reader thread. Quick
 * enough that a full pipe never holds the engine up; never blocks on anything but memory.
 */
public interface EngineOutput {
    /** The process is about to be started, by this command. */
    void begin(List<String> command);

    /**
     * @param bytes read up to {@code length}; the caller may use the array again afterwards
     */
    void write(byte[] bytes, int length);

    /** There will be no more. */
    void end();
}
