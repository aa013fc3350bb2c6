package dev.paddock.files;

import dev.paddock.server.GpuLayers;
import dev.paddock.server.InvalidSetting;
import dev.paddock.server.ServerSettings;
import dev.paddock.settings.Appearance;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The settings as a JSON object. Reading takes every value on its own: a bad one spoils no other.
 */
final class SettingsJson {
    private static final String ENGINE = "engine";
    private static final String MODEL = "model";
    static final String RECENT = "recentModels";
    private static final String APPEARANCE = "appearance";
    private static final String SERVER = "server";
    private static final String PORT = "port";
    private static final String CONTEXT = "contextSize";
    private static final String SLOTS = "parallelSlots";
    private static final String GPU_LAYERS = "gpuLayers";
    private static final String EXTRA = "extraArguments";
    private static final String WINDOW = "window";
    private static final String X = "x";
    private static final String Y = "y";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";
    private static final String MAXIMIZED = "maximized";
    private static final String INSPECTOR = "inspector";
    private static final String LOG = "log";

    private final List<String> refused = new ArrayList<>();

    /** Names of the values that were not allowed, as {@code server.port}. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    Settings read(Map<String, Object> root) {
        return new Settings(
                path(root, ENGINE),
                path(root, MODEL),
                paths(root),
                server(members(root, SERVER)),
                value(root, "", APPEARANCE, Appearance.SYSTEM, SettingsJson::appearance),
                window(members(root, WINDOW)));
    }

    /** Puts the settings into {@code root}; what else it holds stays. */
    static void write(Settings settings, Map<String, Object> root) {
        putPath(root, ENGINE, settings.engine());
        putPath(root, MODEL, settings.model());
        root.put(RECENT, settings.recentModels().stream().map(Path::toString).toList());
        root.put(APPEARANCE, settings.appearance().name().toLowerCase(Locale.ROOT));
        var from = settings.server();
        var server = members(root, SERVER);
        server.put(PORT, from.port());
        server.put(CONTEXT, from.contextSize());
        server.put(SLOTS, from.parallelSlots());
        server.put(GPU_LAYERS, from.gpuLayers().text());
        server.put(EXTRA, from.extraArguments());
        root.put(SERVER, server);
        var place = settings.window();
        var window = members(root, WINDOW);
        window.keySet().removeAll(List.of(X, Y));
        if (Double.isFinite(place.x()) && Double.isFinite(place.y())) {
            window.put(X, place.x());
            window.put(Y, place.y());
        }
        window.put(WIDTH, place.width());
        window.put(HEIGHT, place.height());
        window.put(MAXIMIZED, place.maximized());
        window.put(INSPECTOR, place.inspector());
        window.put(LOG, place.log());
        root.put(WINDOW, window);
    }

    private ServerSettings server(Map<String, Object> node) {
        var settings = ServerSettings.DEFAULT;
        settings = changed(settings, node, PORT, SettingsJson::whole, ServerSettings::withPort);
        settings =
                changed(
                        settings,
                        node,
                        CONTEXT,
                        SettingsJson::whole,
                        ServerSettings::withContextSize);
        settings =
                changed(
                        settings,
                        node,
                        SLOTS,
                        SettingsJson::whole,
                        ServerSettings::withParallelSlots);
        settings =
                changed(
                        settings,
                        node,
                        GPU_LAYERS,
                        value -> GpuLayers.parse(text(value)),
                        ServerSettings::withGpuLayers);
        return changed(
                settings, node, EXTRA, SettingsJson::text, ServerSettings::withExtraArguments);
    }

    private <T> ServerSettings changed(
            ServerSettings settings,
            Map<String, Object> node,
            String name,
            Function<Object, T> parse,
            BiFunction<ServerSettings, T, ServerSettings> with) {
        return value(node, SERVER + ".", name, settings, v -> with.apply(settings, parse.apply(v)));
    }

    private WindowPlace window(Map<String, Object> node) {
        var usual = WindowPlace.DEFAULT;
        return new WindowPlace(
                number(node, X, usual.x()),
                number(node, Y, usual.y()),
                number(node, WIDTH, usual.width()),
                number(node, HEIGHT, usual.height()),
                flag(node, MAXIMIZED, usual.maximized()),
                flag(node, INSPECTOR, usual.inspector()),
                flag(node, LOG, usual.log()));
    }

    private double number(Map<String, Object> node, String name, double usual) {
        return value(
                node,
                WINDOW + ".",
                name,
                usual,
                value ->
                        value instanceof Number n && Double.isFinite(n.doubleValue())
                                ? n.doubleValue()
                                : bad());
    }

    private boolean flag(Map<String, Object> node, String name, boolean usual) {
        return value(node, WINDOW + ".", name, usual, v -> v instanceof Boolean b ? b : bad());
    }

    private Optional<Path> path(Map<String, Object> root, String name) {
        return value(root, "", name, Optional.empty(), value -> Optional.of(pathOf(value)));
    }

    private List<Path> paths(Map<String, Object> root) {
        List<?> all =
                value(root, "", RECENT, List.of(), v -> v instanceof List<?> list ? list : bad());
        var paths = new ArrayList<Path>();
        for (int i = 0; i < all.size(); i++) {
            value(
                            Optional.of(all.get(i)),
                            RECENT + "." + i,
                            Optional.<Path>empty(),
                            one -> Optional.of(pathOf(one)))
                    .ifPresent(paths::add);
        }
        return paths;
    }

    private <T> T value(
            Map<String, Object> parent,
            String prefix,
            String name,
            T usual,
            Function<Object, T> parse) {
        return value(Optional.ofNullable(parent.get(name)), prefix + name, usual, parse);
    }

    /** What {@code parse} makes of it; absent and null mean the usual, and so do bad values. */
    private <T> T value(Optional<?> found, String name, T usual, Function<Object, T> parse) {
        if (found.isEmpty() || found.get() instanceof Optional<?>) {
            return usual;
        }
        try {
            return parse.apply(found.get());
        } catch (InvalidSetting | InvalidPathException | BadValue notAllowed) {
            refused.add(name);
            return usual;
        }
    }

    private static int whole(Object value) {
        return value instanceof Integer number ? number : bad();
    }

    private static String text(Object value) {
        return value instanceof String text ? text : bad();
    }

    private static Path pathOf(Object value) {
        String text = text(value);
        return text.isBlank() ? bad() : Path.of(text);
    }

    private static Appearance appearance(Object value) {
        for (var one : Appearance.values()) {
            if (one.name().equalsIgnoreCase(text(value))) {
                return one;
            }
        }
        return bad();
    }

    private static void putPath(Map<String, Object> root, String name, Optional<Path> path) {
        path.ifPresentOrElse(p -> root.put(name, p.toString()), () -> root.remove(name));
    }

    /** Those of an object within {@code root}; none when it is no object. */
    private static Map<String, Object> members(Map<String, Object> root, String name) {
        var members = new LinkedHashMap<String, Object>();
        if (root.get(name) instanceof Map<?, ?> there) {
            there.forEach((key, value) -> members.put(key.toString(), value));
        }
        return members;
    }

    private static <T> T bad() {
        throw new BadValue();
    }

    private static final class BadValue extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
