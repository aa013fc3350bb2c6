package dev.paddock.engine;

/** What is no failure, and still not what a person asked for. The words are kept elsewhere. */
public sealed interface EngineWarning {
    /** Layers were to go to a graphics card, and none can be used. */
    record NoGpu(String engineSays) implements EngineWarning {}

    /** There is a device, and the engine put nothing of the model there. */
    record DeviceUnused(String device) implements EngineWarning {}

    /** There is a graphics card, but not with this driver. */
    record GpuDriver(String engineSays) implements EngineWarning {}

    /**
     * The engine could use an NVIDIA card, but there is no driver for one.
     *
     * @param missing the driver's library
     */
    record NoDriver(String missing) implements EngineWarning {}

    /** One of the engine's compute libraries could not be loaded; the others do its work. */
    record BackendSkipped(String library, String engineSays) implements EngineWarning {}

    /** A worker that was to compute a part of the model was not reached; it runs without. */
    record WorkerLeftOut(String address) implements EngineWarning {}

    /**
     * The model was trained with fewer tokens than a slot was to hold.
     *
     * @param asked tokens of one slot
     * @param perSlot what it holds now
     * @param slots how many there are
     */
    record ContextCapped(int asked, int perSlot, int slots) implements EngineWarning {}

    /**
     * An extra argument opens the engine further than this app would.
     *
     * @param argument as it was written, without its value
     */
    record PrivacyWeakened(String argument, Exposure exposed) implements EngineWarning {}

    /** What others come by, and who they are. */
    enum Exposure {
        /** The engine, to pages in a browser on this computer. */
        WEB_PAGES,
        /** Files and programs, to the model and whoever may ask the engine. */
        TOOLS,
        /** The files of a folder, to whoever may ask the engine. */
        FILES,
        /** The questions, to whoever may open a folder. */
        PROMPTS,
        /** Questions and answers, to other computers and the network between. */
        WORKERS
    }
}
