package dev.paddock.files;

import dev.paddock.engine.GpuLayers;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.NetworkKey;
import dev.paddock.engine.ServerSettings;
import dev.paddock.engine.Sharing;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How the engine is started and cared for, as JSON objects. */
final class EngineJson {
    static final String SERVER = "server";
    static final String CARE = "care";

    private static final String PORT = "port";
    private static final String CONTEXT = "contextSize";
    private static final String SLOTS = "parallelSlots";
    private static final String GPU_LAYERS = "gpuLayers";
    private static final String EXTRA = "extraArguments";
    private static final String SHARED = "shared";
    private static final String SHARED_KEY = "sharedKey";
    private static final String RESTART = "restartUnresponsive";
    private static final String CHECK_START = "checkAfterStart";
    private static final String CHECK_EVERY = "checkEveryMinutes";
    private static final int MOST_MINUTES = 24 * 60;

    private final JsonValues values;

    EngineJson(JsonValues values) {
        this.values = values;
    }

    ServerSettings server(Map<String, Object> node) {
        var settings = ServerSettings.DEFAULT;
        settings = changed(settings, node, PORT, JsonValues::whole, ServerSettings::withPort);
        settings =
                changed(
                        settings,
                        node,
                        CONTEXT,
                        JsonValues::whole,
                        ServerSettings::withContextSize);
        settings =
                changed(
                        settings,
                        node,
                        SLOTS,
                        JsonValues::whole,
                        ServerSettings::withParallelSlots);
        settings =
                changed(
                        settings,
                        node,
                        GPU_LAYERS,
                        value -> GpuLayers.parse(JsonValues.text(value)),
                        ServerSettings::withGpuLayers);
        settings =
                changed(
                        settings,
                        node,
                        EXTRA,
                        JsonValues::text,
                        ServerSettings::withExtraArguments);
        return settings.withSharing(sharing(node));
    }

    HealthPolicy health(Map<String, Object> node) {
        var usual = HealthPolicy.DEFAULT;
        int minutes = values.value(node, CARE + ".", CHECK_EVERY, 0, EngineJson::minutes);
        return new HealthPolicy(
                values.flag(node, CARE + ".", RESTART, usual.restartUnresponsive()),
                values.flag(node, CARE + ".", CHECK_START, usual.checkAfterStart()),
                minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)));
    }

    static void write(ServerSettings settings, Map<String, Object> into) {
        into.put(PORT, settings.port());
        into.put(CONTEXT, settings.contextSize());
        into.put(SLOTS, settings.parallelSlots());
        into.put(GPU_LAYERS, settings.gpuLayers().text());
        into.put(EXTRA, settings.extraArguments());
        into.put(SHARED, settings.sharing().on());
        settings.sharing()
                .key()
                .ifPresentOrElse(
                        key -> into.put(SHARED_KEY, key.text()), () -> into.remove(SHARED_KEY));
    }

    static void write(HealthPolicy health, Map<String, Object> into) {
        into.put(RESTART, health.restartUnresponsive());
        into.put(CHECK_START, health.checkAfterStart());
        into.put(CHECK_EVERY, health.checkEvery().map(Duration::toMinutes).orElse(0L));
    }

    private <T> ServerSettings changed(
            ServerSettings settings,
            Map<String, Object> node,
            String name,
            Function<Object, T> parse,
            BiFunction<ServerSettings, T, ServerSettings> with) {
        return values.value(
                node, SERVER + ".", name, settings, v -> with.apply(settings, parse.apply(v)));
    }

    /** On only with a key: without one the door would stand open. */
    private Sharing sharing(Map<String, Object> node) {
        Optional<NetworkKey> key =
                values.value(
                        node,
                        SERVER + ".",
                        SHARED_KEY,
                        Optional.empty(),
                        v -> Optional.of(new NetworkKey(JsonValues.text(v))));
        boolean on = values.flag(node, SERVER + ".", SHARED, false);
        return new Sharing(on && key.isPresent(), key);
    }

    private static int minutes(Object value) {
        int minutes = JsonValues.whole(value);
        return minutes >= 0 && minutes <= MOST_MINUTES ? minutes : JsonValues.bad();
    }
}
