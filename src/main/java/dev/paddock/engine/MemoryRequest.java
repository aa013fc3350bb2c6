package dev.paddock.engine;

import java.util.Optional;

/**
 * What an engine asked for at once and did not get.
 *
 * @param device as the engine calls it, {@code CUDA0} or {@code Vulkan1}; empty for the computer's
 *     own memory
 */
public record MemoryRequest(long bytes, Optional<String> device) {}
