package dev.paddock.engine;

import java.util.Optional;

/**
 * What an engine really put into one memory, in bytes.
 *
 * @param device as the engine calls it; empty for the computer's own memory
 */
public record BufferShare(
        Optional<String> device, long weightsBytes, long kvCacheBytes, long computeBytes) {}
