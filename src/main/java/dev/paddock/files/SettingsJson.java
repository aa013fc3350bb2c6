package dev.paddock.files;

import dev.paddock.settings.Appearance;
import dev.paddock.settings.CodeDisplay;
import dev.paddock.settings.ModelSelection;
import dev.paddock.settings.OpenParts;
import dev.paddock.settings.Presentation;
import dev.paddock.settings.RefusedValue;
import dev.paddock.settings.RefusedValue.Setting;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.settings.Zoom;

import java.nio.file.Path;
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
    private static final String CODE = "code";
    private static final String NOTIFIES = "notifications";
    private static final String WRAPPED = "wrapped";
    private static final String NUMBERED = "numbered";
    private static final String X = "x";
    private static final String Y = "y";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";
    private static final String MAXIMIZED = "maximized";
    private static final String ZOOM = "zoom";
    private static final String SIDEBAR = "sidebar";
    private static final String INSPECTOR = "inspector";
    private static final String LOG = "log";
    private static final String CONVERSATION = "conversation";

    private final JsonValues values = new JsonValues();
    private final Map<String, String> renamed = new LinkedHashMap<>();

    List<RefusedValue> refused() {
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
        values.expectObject(root, WINDOW, Setting.WINDOW);
        values.expectObject(root, CODE, Setting.CODE);
        return new Settings(
                path(root, ENGINE, Setting.ENGINE),
                new ModelSelection(
                        path(root, MODEL, Setting.MODEL),
                        values.paths(root, RECENT, Setting.RECENT_MODELS),
                        new LoadingJson(values).read(root)),
                new OptionsJson(values, renamed).read(root),
                new SharingJson(values).read(root),
                new HealthJson(values).read(root),
                new Presentation(
                        values.value(
                                root,
                                APPEARANCE,
                                Setting.APPEARANCE,
                                Appearance.SYSTEM,
                                SettingsJson::appearance),
                        values.value(
                                root,
                                LANGUAGE,
                                Setting.LANGUAGE,
                                Optional.empty(),
                                SettingsJson::tag),
                        values.value(root, ZOOM, Setting.ZOOM, Zoom.USUAL, SettingsJson::zoom),
                        code(JsonValues.members(root, CODE)),
                        values.flag(root, NOTIFIES, Setting.NOTIFIES, true)),
                window(JsonValues.members(root, WINDOW)));
    }

    /** Puts the settings into {@code root}; what else it holds stays. */
    static void write(Settings settings, Map<String, Object> root) {
        putPath(root, ENGINE, settings.engine());
        putPath(root, MODEL, settings.model());
        JsonValues.putPaths(root, RECENT, settings.recentModels());
        LoadingJson.write(settings.loading(), root);
        root.put(ZOOM, settings.zoom().percent());
        root.put(APPEARANCE, settings.appearance().name().toLowerCase(Locale.ROOT));
        settings.language()
                .ifPresentOrElse(tag -> root.put(LANGUAGE, tag), () -> root.remove(LANGUAGE));
        OptionsJson.write(settings.options(), root);
        SharingJson.write(settings.sharing(), root);
        HealthJson.write(settings.health(), root);
        var code = JsonValues.members(root, CODE);
        code.put(WRAPPED, settings.code().wrapped());
        code.put(NUMBERED, settings.code().numbered());
        root.put(CODE, code);
        root.put(NOTIFIES, settings.presentation().notifies());
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
        window.put(SIDEBAR, place.sidebar());
        window.put(INSPECTOR, place.inspector());
        window.put(LOG, place.log());
        place.open()
                .conversation()
                .ifPresentOrElse(
                        id -> window.put(CONVERSATION, id), () -> window.remove(CONVERSATION));
        root.put(WINDOW, window);
    }

    private CodeDisplay code(Map<String, Object> node) {
        var usual = CodeDisplay.DEFAULT;
        return new CodeDisplay(
                values.flag(node, WRAPPED, Setting.CODE, usual.wrapped()),
                values.flag(node, NUMBERED, Setting.CODE, usual.numbered()));
    }

    private WindowPlace window(Map<String, Object> node) {
        var usual = WindowPlace.DEFAULT;
        return new WindowPlace(
                number(node, X, usual.x()),
                number(node, Y, usual.y()),
                number(node, WIDTH, usual.width()),
                number(node, HEIGHT, usual.height()),
                flag(node, MAXIMIZED, usual.maximized()),
                new OpenParts(
                        flag(node, SIDEBAR, usual.sidebar()),
                        flag(node, INSPECTOR, usual.inspector()),
                        flag(node, LOG, usual.log()),
                        conversation(node)));
    }

    private double number(Map<String, Object> node, String name, double usual) {
        return values.value(
                node,
                name,
                Setting.WINDOW,
                usual,
                value ->
                        value instanceof Number n && Double.isFinite(n.doubleValue())
                                ? n.doubleValue()
                                : JsonValues.bad());
    }

    private Optional<String> conversation(Map<String, Object> node) {
        return values.value(
                node,
                CONVERSATION,
                Setting.WINDOW,
                Optional.empty(),
                value -> Optional.of(JsonValues.text(value)));
    }

    private boolean flag(Map<String, Object> node, String name, boolean usual) {
        return values.flag(node, name, Setting.WINDOW, usual);
    }

    private Optional<Path> path(Map<String, Object> root, String name, Setting setting) {
        return values.value(
                root,
                name,
                setting,
                Optional.empty(),
                value -> Optional.of(JsonValues.path(value)));
    }

    private static Optional<String> tag(Object value) {
        String text = JsonValues.text(value);
        return text.isBlank() ? JsonValues.bad() : Optional.of(text);
    }

    private static Zoom zoom(Object value) {
        int percent = JsonValues.whole(value);
        return percent >= Zoom.LEAST && percent <= Zoom.MOST ? new Zoom(percent) : JsonValues.bad();
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
}
