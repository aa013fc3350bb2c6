package dev.paddock.engine;

/** How many of the model's layers go into VRAM. */
public sealed interface GpuLayers {
    /** The engine decides from the free VRAM. */
    record Auto() implements GpuLayers {}

    /** Every layer, whatever it costs. */
    record All() implements GpuLayers {}

    /** None: the processor does all the work. */
    record None() implements GpuLayers {}

    /**
     * The output layer and the last {@code layers - 1} blocks.
     *
     * @param layers 1 to {@value ServerSettings#MAX_GPU_LAYERS}
     */
    record Count(int layers) implements GpuLayers {
        public Count {
            InvalidSetting.check(ServerField.GPU_LAYERS, layers);
        }
    }

    /**
     * Reads {@code auto}, {@code all}, {@code none} or a number; -1 means all and 0 none.
     *
     * @throws InvalidSetting when it is none of these
     */
    static GpuLayers parse(String text) {
        return switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "", "auto" -> new Auto();
            case "all", "-1" -> new All();
            case "none", "0" -> new None();
            case String number -> new Count(InvalidSetting.number(ServerField.GPU_LAYERS, number));
        };
    }

    /** The form {@link #parse} reads. */
    default String text() {
        return switch (this) {
            case Auto _ -> "auto";
            case All _ -> "all";
            case None _ -> "none";
            case Count(int layers) -> Integer.toString(layers);
        };
    }
}
