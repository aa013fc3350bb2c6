package dev.paddock.engine.check;

import java.util.Optional;

/** Port: the memory an engine could get now. */
@FunctionalInterface
public interface MemorySource {
    /** May block for a second. Empty where the system does not say. */
    Optional<FreeMemory> read();

    /**
     * In bytes. Where the system enlarges its swap by itself, what is in use counts as free.
     *
     * @param videoBytes of all graphics cards together; 0 where the drivers do not say
     */
    record FreeMemory(long ramBytes, long swapBytes, long videoBytes) {}
}
