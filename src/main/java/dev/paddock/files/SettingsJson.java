package dev.paddock.files;

import dev.paddock.server.GpuLayers;
import dev.paddock.server.InvalidSetting;
import dev.paddock.server.ServerSettings;
import dev.paddock.settings.Appearance;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings as a JSON object. Reading takes every value on its own: a bad one spoils no other.
 */
final class SettingsJson {
    private static final String ENGINE = "engine";
    private static final String MODEL = "model";
    private static final String RECENT = "recentModels";
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

    Settings read(ObjectNode root) {
        return new Settings(
                path(root, ENGINE),
                path(root, MODEL),
                paths(root),
                server(root.path(SERVER)),
                value(root, "", APPEARANCE, Appearance.SYSTEM, SettingsJson::appearance),
                window(root.path(WINDOW)));
    }

    /** Puts the settings into {@code root}; what else it holds stays. */
    static void write(Settings settings, ObjectNode root) {
        putPath(root, ENGINE, settings.engine());
        putPath(root, MODEL, settings.model());
        var recent = root.putArray(RECENT);
        settings.recentModels().forEach(path -> recent.add(path.toString()));
        root.put(APPEARANCE, settings.appearance().name().toLowerCase(Locale.ROOT));
        var from = settings.server();
        object(root, SERVER)
                .put(PORT, from.port())
                .put(CONTEXT, from.contextSize())
                .put(SLOTS, from.parallelSlots())
                .put(GPU_LAYERS, from.gpuLayers().text())
                .put(EXTRA, from.extraArguments());
        var place = settings.window();
        var window = object(root, WINDOW);
        window.remove(List.of(X, Y));
        if (Double.isFinite(place.x()) && Double.isFinite(place.y())) {
            window.put(X, place.x()).put(Y, place.y());
        }
        window.put(WIDTH, place.width())
                .put(HEIGHT, place.height())
                .put(MAXIMIZED, place.maximized())
                .put(INSPECTOR, place.inspector())
                .put(LOG, place.log());
    }

    private ServerSettings server(JsonNode node) {
        var settings = ServerSettings.DEFAULT;
        settings = changed(settings, node, PORT, n -> n.intValue(), ServerSettings::withPort);
        settings =
                changed(
                        settings,
                        node,
                        CONTEXT,
                        n -> n.intValue(),
                        ServerSettings::withContextSize);
        settings =
                changed(
                        settings,
                        node,
                        SLOTS,
                        n -> n.intValue(),
                        ServerSettings::withParallelSlots);
        settings =
                changed(
                        settings,
                        node,
                        GPU_LAYERS,
                        n -> GpuLayers.parse(n.stringValue()),
                        ServerSettings::withGpuLayers);
        return changed(
                settings, node, EXTRA, JsonNode::stringValue, ServerSettings::withExtraArguments);
    }

    private <T> ServerSettings changed(
            ServerSettings settings,
            JsonNode node,
            String name,
            Function<JsonNode, T> parse,
            java.util.function.BiFunction<ServerSettings, T, ServerSettings> with) {
        return value(node, SERVER + ".", name, settings, n -> with.apply(settings, parse.apply(n)));
    }

    private WindowPlace window(JsonNode node) {
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

    private double number(JsonNode node, String name, double usual) {
        return value(node, WINDOW + ".", name, usual, JsonNode::doubleValue);
    }

    private boolean flag(JsonNode node, String name, boolean usual) {
        return value(node, WINDOW + ".", name, usual, JsonNode::booleanValue);
    }

    private Optional<Path> path(JsonNode root, String name) {
        return value(root, "", name, Optional.empty(), n -> Optional.of(pathOf(n)));
    }

    private List<Path> paths(JsonNode root) {
        var paths = new ArrayList<Path>();
        var node = root.path(RECENT);
        if (!node.isArray()) {
            return value(root, "", RECENT, List.of(), _ -> bad());
        }
        for (int i = 0; i < node.size(); i++) {
            var one = node.get(i);
            value(one, RECENT + "." + i, Optional.<Path>empty(), n -> Optional.of(pathOf(n)))
                    .ifPresent(paths::add);
        }
        return paths;
    }

    private <T> T value(
            JsonNode parent, String prefix, String name, T usual, Function<JsonNode, T> parse) {
        return value(parent.path(name), prefix + name, usual, parse);
    }

    /** What {@code parse} makes of it; absent and null mean the usual, and so do bad values. */
    private <T> T value(JsonNode node, String name, T usual, Function<JsonNode, T> parse) {
        if (node.isMissingNode() || node.isNull()) {
            return usual;
        }
        try {
            return parse.apply(node);
        } catch (tools.jackson.core.JacksonException
                | InvalidSetting
                | InvalidPathException
                | BadValue notAllowed) {
            refused.add(name);
            return usual;
        }
    }

    private static Path pathOf(JsonNode node) {
        String text = node.stringValue();
        return text.isBlank() ? bad() : Path.of(text);
    }

    private static Appearance appearance(JsonNode node) {
        for (var one : Appearance.values()) {
            if (one.name().equalsIgnoreCase(node.stringValue())) {
                return one;
            }
        }
        return bad();
    }

    private static void putPath(ObjectNode root, String name, Optional<Path> path) {
        path.ifPresentOrElse(p -> root.put(name, p.toString()), () -> root.remove(name));
    }

    private static ObjectNode object(ObjectNode root, String name) {
        return root.path(name) instanceof ObjectNode there ? there : root.putObject(name);
    }

    private static <T> T bad() {
        throw new BadValue();
    }

    private static final class BadValue extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
