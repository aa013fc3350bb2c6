package dev.paddock.monitor;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Memory and load of this machine.
 *
 * @param gpus empty when there is none that could compute
 * @param ramTotalBytes 0, as the used ones, where the system does not say
 * @param engineBytes resident memory of the engine and its children; empty while it is off
 */
public record DeviceSnapshot(
        List<Gpu> gpus, long ramUsedBytes, long ramTotalBytes, OptionalLong engineBytes) {
    public DeviceSnapshot {
        gpus = List.copyOf(gpus);
    }

    /** The machine alone. */
    DeviceSnapshot withoutEngine() {
        return new DeviceSnapshot(gpus, ramUsedBytes, ramTotalBytes, OptionalLong.empty());
    }

    /**
     * One graphics card.
     *
     * @param vramTotalBytes 0 when the driver does not say
     * @param vramUsedBytes empty when the driver does not say
     * @param load 0 to 1
     */
    public record Gpu(
            String name, long vramTotalBytes, OptionalLong vramUsedBytes, OptionalDouble load) {}
}
