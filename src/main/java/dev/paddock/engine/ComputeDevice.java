package dev.paddock.engine;

/**
 * A graphics card or another device that an engine can compute on, as it lists it.
 *
 * @param name as the engine calls it, {@code CUDA0} or {@code Vulkan1}
 * @param freeBytes when it was asked
 */
public record ComputeDevice(String name, String description, long totalBytes, long freeBytes) {}
