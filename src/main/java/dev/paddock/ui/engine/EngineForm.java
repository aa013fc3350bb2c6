package dev.paddock.ui.engine;

import static dev.paddock.option.EngineOptions.CONTEXT_SIZE;
import static dev.paddock.option.EngineOptions.EXTRA_ARGUMENTS;
import static dev.paddock.option.EngineOptions.GPU_LAYERS;
import static dev.paddock.option.EngineOptions.PARALLEL_SLOTS;
import static dev.paddock.option.EngineOptions.PORT;

import dev.paddock.option.GpuLayers;
import dev.paddock.option.InvalidValue;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.Parsed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of the engine's settings as they are typed.
 *
 * @param layerCount counts only where {@code gpu} is {@link Gpu#SOME}
 */
public record EngineForm(
        String port,
        String contextSize,
        String parallelSlots,
        Gpu gpu,
        String layerCount,
        String extraArguments) {
    /** The choices of the GPU field. */
    public enum Gpu {
        AUTO("server.panel.gpu.auto"),
        ALL("server.panel.gpu.all"),
        NONE("server.panel.gpu.none"),
        SOME("server.panel.gpu.some");

        private final String wordKey;

        Gpu(String wordKey) {
            this.wordKey = wordKey;
        }

        String wordKey() {
            return wordKey;
        }
    }

    /**
     * What typing came to: the values, or the fields that are wrong.
     *
     * @param options every one of the form; present when {@code wrong} is empty
     */
    public record Checked(Optional<Options> options, Map<Option<?>, InvalidValue> wrong) {}

    /** With the values {@code options} has. */
    public static EngineForm of(Options options) {
        var layers = options.value(GPU_LAYERS);
        return new EngineForm(
                PORT.format(options.value(PORT)),
                CONTEXT_SIZE.format(options.value(CONTEXT_SIZE)),
                PARALLEL_SLOTS.format(options.value(PARALLEL_SLOTS)),
                switch (layers) {
                    case GpuLayers.Auto _ -> Gpu.AUTO;
                    case GpuLayers.All _ -> Gpu.ALL;
                    case GpuLayers.None _ -> Gpu.NONE;
                    case GpuLayers.Count _ -> Gpu.SOME;
                },
                layers instanceof GpuLayers.Count(int count) ? Integer.toString(count) : "",
                options.value(EXTRA_ARGUMENTS));
    }

    /** Pure: checks every field, not only up to the first wrong one. */
    public Checked check() {
        var wrong = new LinkedHashMap<Option<?>, InvalidValue>();
        var options = Options.EMPTY;
        options = tried(wrong, options, PORT, port);
        options = tried(wrong, options, CONTEXT_SIZE, contextSize);
        options = tried(wrong, options, PARALLEL_SLOTS, parallelSlots);
        options = tried(wrong, options, GPU_LAYERS, layers());
        options = tried(wrong, options, EXTRA_ARGUMENTS, extraArguments);
        return new Checked(wrong.isEmpty() ? Optional.of(options) : Optional.empty(), wrong);
    }

    private String layers() {
        return switch (gpu) {
            case AUTO -> "auto";
            case ALL -> "all";
            case NONE -> "none";
            // Without a number it is not one of the other choices, but wrong.
            case SOME -> layerCount.isBlank() ? "?" : layerCount;
        };
    }

    private static <T> Options tried(
            Map<Option<?>, InvalidValue> wrong, Options before, Option<T> option, String text) {
        return switch (option.parse(text)) {
            case Parsed.Valid<T>(T value) -> before.with(option, value);
            case Parsed.Invalid<T>(var problem) -> {
                wrong.put(option, problem);
                yield before;
            }
        };
    }
}
