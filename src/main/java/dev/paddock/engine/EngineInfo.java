package dev.paddock.engine;

/**
 * What the running engine says of itself.
 *
 * @param contextPerSlot tokens one slot can hold
 * @param build the engine's own version text
 */
public record EngineInfo(
        String modelPath, int contextPerSlot, int slots, String build, DeviceUse devices) {
    /** Of whose devices nothing is known. */
    public EngineInfo(String modelPath, int contextPerSlot, int slots, String build) {
        this(modelPath, contextPerSlot, slots, build, DeviceUse.UNKNOWN);
    }

    EngineInfo with(DeviceUse use) {
        return new EngineInfo(modelPath, contextPerSlot, slots, build, use);
    }
}
