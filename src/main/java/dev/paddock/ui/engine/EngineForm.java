package dev.paddock.ui.engine;

import dev.paddock.engine.GpuLayers;
import dev.paddock.engine.InvalidSetting;
import dev.paddock.engine.ServerField;
import dev.paddock.engine.ServerSettings;
import dev.paddock.engine.Sharing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The fields of the engine's settings as they are typed.
 *
 * @param layerCount counts only where {@code gpu} is {@link Gpu#SOME}
 * @param sharing is not typed, only carried along
 */
public record EngineForm(
        String port,
        String contextSize,
        String parallelSlots,
        Gpu gpu,
        String layerCount,
        String extraArguments,
        Sharing sharing) {
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
     * What typing came to: the settings, or the fields that are wrong.
     *
     * @param settings present when {@code wrong} is empty
     */
    public record Checked(
            Optional<ServerSettings> settings, Map<ServerField, InvalidSetting> wrong) {}

    public static EngineForm of(ServerSettings settings) {
        return new EngineForm(
                Integer.toString(settings.port()),
                Integer.toString(settings.contextSize()),
                Integer.toString(settings.parallelSlots()),
                switch (settings.gpuLayers()) {
                    case GpuLayers.Auto _ -> Gpu.AUTO;
                    case GpuLayers.All _ -> Gpu.ALL;
                    case GpuLayers.None _ -> Gpu.NONE;
                    case GpuLayers.Count _ -> Gpu.SOME;
                },
                settings.gpuLayers() instanceof GpuLayers.Count(int layers)
                        ? Integer.toString(layers)
                        : "",
                settings.extraArguments(),
                settings.sharing());
    }

    /** Pure: checks every field, not only up to the first wrong one. */
    public Checked check() {
        var wrong = new EnumMap<ServerField, InvalidSetting>(ServerField.class);
        var base = ServerSettings.DEFAULT.withSharing(sharing);
        base = tried(wrong, base, () -> number(ServerField.PORT, port), base::withPort);
        base =
                tried(
                        wrong,
                        base,
                        () -> number(ServerField.CONTEXT_SIZE, contextSize),
                        base::withContextSize);
        base =
                tried(
                        wrong,
                        base,
                        () -> number(ServerField.PARALLEL_SLOTS, parallelSlots),
                        base::withParallelSlots);
        base = tried(wrong, base, this::layers, base::withGpuLayers);
        base = tried(wrong, base, extraArguments::strip, base::withExtraArguments);
        return new Checked(wrong.isEmpty() ? Optional.of(base) : Optional.empty(), wrong);
    }

    private GpuLayers layers() {
        return switch (gpu) {
            case AUTO -> new GpuLayers.Auto();
            case ALL -> new GpuLayers.All();
            case NONE -> new GpuLayers.None();
            case SOME -> new GpuLayers.Count(number(ServerField.GPU_LAYERS, layerCount));
        };
    }

    /** Grouping as in 8,192 is welcome. */
    private static int number(ServerField field, String text) {
        return InvalidSetting.number(field, text.replaceAll("(?<=\\d)[,_ ](?=\\d{3})", ""));
    }

    private static <T> ServerSettings tried(
            Map<ServerField, InvalidSetting> wrong,
            ServerSettings before,
            Supplier<T> value,
            Function<T, ServerSettings> with) {
        try {
            return with.apply(value.get());
        } catch (InvalidSetting invalid) {
            wrong.put(invalid.field(), invalid);
            return before;
        }
    }
}
