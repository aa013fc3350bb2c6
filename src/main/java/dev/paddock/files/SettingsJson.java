package dev.paddock.files;

import dev.paddock.settings.Appearance;
import dev.paddock.settings.ModelSelection;
import dev.paddock.settings.Presentation;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The settings as a JSON object. */
final class SettingsJson {
    private static final String ENGINE = "engine";
    private static final String MODEL = "model";
    static final String RECENT = "recentModels";
    private static final String APPEARANCE = "appearance";
    private static final String LANGUAGE = "language";
    private static final String WINDOW = "window";
    private static final String X = "x";
    private static final String Y = "y";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";
    private static final String MAXIMIZED = "maximized";
    private static final String INSPECTOR = "inspector";
    private static final String LOG = "log";

    private final JsonValues values = new JsonValues();
    private final Map<String, String> renamed = new LinkedHashMap<>();

    /** Names of the values that were not allowed, as {@code options.port}. */
    List<String> refused() {
        return values.refused();
    }

    /**
     * Paths that cannot be said in this system's locale; {@link #write} leaves them where they are.
     */
    List<String> unreadablePaths() {
        return values.unreadablePaths();
    }

    /** Names that are out of use, with those that took their place. */
    Map<String, String> renamed() {
        return renamed;
    }

    Settings read(Map<String, Object> root) {
        return new Settings(
                path(root, ENGINE),
                new ModelSelection(path(root, MODEL), paths(root)),
                new OptionsJson(values, renamed).read(root),
                new SharingJson(values).read(root),
                new HealthJson(values).read(root),
                new Presentation(
                        values.value(
                                root, "", APPEARANCE, Appearance.SYSTEM, SettingsJson::appearance),
                        values.value(root, "", LANGUAGE, Optional.empty(), SettingsJson::tag)),
                window(JsonValues.members(root, WINDOW)));
    }

    /** Puts the settings into {@code root}; what else it holds stays. */
    static void write(Settings settings, Map<String, Object> root) {
        putPath(root, ENGINE, settings.engine());
        putPath(root, MODEL, settings.model());
        putRecent(root, settings.recentModels());
        root.put(APPEARANCE, settings.appearance().name().toLowerCase(Locale.ROOT));
        settings.language()
                .ifPresentOrElse(tag -> root.put(LANGUAGE, tag), () -> root.remove(LANGUAGE));
        OptionsJson.write(settings.options(), root);
        SharingJson.write(settings.sharing(), root);
        HealthJson.write(settings.health(), root);
        var place = settings.window();
        var window = JsonValues.members(root, WINDOW);
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
        return values.value(
                node,
                WINDOW + ".",
                name,
                usual,
                value ->
                        value instanceof Number n && Double.isFinite(n.doubleValue())
                                ? n.doubleValue()
                                : JsonValues.bad());
    }

    private boolean flag(Map<String, Object> node, String name, boolean usual) {
        return values.flag(node, WINDOW + ".", name, usual);
    }

    private Optional<Path> path(Map<String, Object> root, String name) {
        return values.value(root, "", name, Optional.empty(), value -> Optional.of(pathOf(value)));
    }

    private List<Path> paths(Map<String, Object> root) {
        List<?> all =
                values.value(
                        root,
                        "",
                        RECENT,
                        List.of(),
                        v -> v instanceof List<?> list ? list : JsonValues.bad());
        var paths = new ArrayList<Path>();
        for (int i = 0; i < all.size(); i++) {
            values.value(
                            Optional.of(all.get(i)),
                            RECENT + "." + i,
                            Optional.<Path>empty(),
                            one -> Optional.of(pathOf(one)))
                    .ifPresent(paths::add);
        }
        return paths;
    }

    private static Path pathOf(Object value) {
        String text = JsonValues.text(value);
        return text.isBlank() ? JsonValues.bad() : Path.of(text);
    }

    private static Optional<String> tag(Object value) {
        String text = JsonValues.text(value);
        return text.isBlank() ? JsonValues.bad() : Optional.of(text);
    }

    private static Appearance appearance(Object value) {
        for (var one : Appearance.values()) {
            if (one.name().equalsIgnoreCase(JsonValues.text(value))) {
                return one;
            }
        }
        return JsonValues.bad();
    }

    private static void putPath(Map<String, Object> root, String name, Optional<Path> path) {
        path.ifPresentOrElse(
                p -> root.put(name, p.toString()),
                () -> {
                    if (!JsonValues.unreadablePath(root.get(name))) {
                        root.remove(name);
                    }
                });
    }

    private static void putRecent(Map<String, Object> root, List<Path> recent) {
        var all = new ArrayList<Object>(recent.stream().map(Path::toString).toList());
        if (root.get(RECENT) instanceof List<?> before) {
            before.stream().filter(JsonValues::unreadablePath).forEach(all::add);
        }
        root.put(RECENT, all);
    }
}
