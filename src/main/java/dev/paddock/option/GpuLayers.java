package dev.paddock.option;

/** How many of the model's layers go into VRAM. */
public sealed interface GpuLayers {
    /** More layers than any published model has. */
    int MOST = 10_000;

    /** The engine decides from the free VRAM. */
    record Auto() implements GpuLayers {}

    /** Every layer, whatever it costs. */
    record All() implements GpuLayers {}

    /** None: the processor does all the work. */
    record None() implements GpuLayers {}

    /**
     * The output layer and the last {@code layers - 1} blocks.
     *
     * @param layers 1 to {@value GpuLayers#MOST}
     */
    record Count(int layers) implements GpuLayers {}
}
