package dev.paddock.files;

import dev.paddock.settings.RefusedValue;
import dev.paddock.settings.RefusedValue.Setting;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes every value of a JSON tree on its own: a bad one spoils no other. */
final class JsonValues {
    private final List<RefusedValue> refused = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    List<RefusedValue> refused() {
        return List.copyOf(refused);
    }

    /** Paths that may be good ones, but cannot be said in this system's locale. */
    List<String> unreadablePaths() {
        return List.copyOf(unreadable);
    }

    void refuse(RefusedValue value) {
        refused.add(value);
    }

    /** A value of a member that is no option. */
    void refuse(Setting setting, Object value) {
        refused.add(new RefusedValue.OfSetting(setting, value.toString()));
    }

    <T> T value(
            Map<String, Object> parent,
            String name,
            Setting setting,
            T usual,
            Function<Object, T> parse) {
        return value(Optional.ofNullable(parent.get(name)), setting, usual, parse);
    }

    /** What {@code parse} makes of it; absent and null mean the usual, and so do bad values. */
    <T> T value(Optional<?> found, Setting setting, T usual, Function<Object, T> parse) {
        if (found.isEmpty() || found.get() instanceof Optional<?>) {
            return usual;
        }
        try {
            return parse.apply(found.get());
        } catch (InvalidPathException unreadablePath) {
            unreadable.add(unreadablePath.getInput());
            return usual;
        } catch (IllegalArgumentException notAllowed) {
            refuse(setting, found.get());
            return usual;
        }
    }

    /** Refuses a member that should be an object and is none. */
    void expectObject(Map<String, Object> parent, String name, Setting setting) {
        value(parent, name, setting, Map.of(), v -> v instanceof Map<?, ?> map ? map : bad());
    }

    boolean flag(Map<String, Object> parent, String name, Setting setting, boolean usual) {
        return value(parent, name, setting, usual, v -> v instanceof Boolean b ? b : bad());
    }

    /** Whether it is a text that {@link Path} does not take, here and now. */
    static boolean unreadablePath(Object value) {
        try {
            if (value instanceof String text) {
                Path.of(text);
            }
            return false;
        } catch (InvalidPathException inThisLocale) {
            return true;
        }
    }

    /** A list of paths, without those that are none or cannot be said here and now. */
    List<Path> paths(Map<String, Object> parent, String name, Setting setting) {
        List<?> all =
                value(
                        parent,
                        name,
                        setting,
                        List.of(),
                        v -> v instanceof List<?> list ? list : bad());
        var paths = new ArrayList<Path>();
        for (int i = 0; i < all.size(); i++) {
            value(
                            Optional.of(all.get(i)),
                            setting,
                            Optional.<Path>empty(),
                            one -> Optional.of(path(one)))
                    .ifPresent(paths::add);
        }
        return paths;
    }

    /** Those that cannot be said here and now stay in the list. */
    static void putPaths(Map<String, Object> parent, String name, Collection<Path> paths) {
        var all = new ArrayList<Object>(paths.stream().map(Path::toString).toList());
        if (parent.get(name) instanceof List<?> before) {
            before.stream().filter(JsonValues::unreadablePath).forEach(all::add);
        }
        parent.put(name, all);
    }

    static Path path(Object value) {
        String text = text(value);
        return text.isBlank() ? bad() : Path.of(text);
    }

    static int whole(Object value) {
        return value instanceof Integer number ? number : bad();
    }

    static String text(Object value) {
        return value instanceof String text ? text : bad();
    }

    /** Those of an object within {@code root}; none when it is no object. */
    static Map<String, Object> members(Map<String, Object> root, String name) {
        var members = new LinkedHashMap<String, Object>();
        if (root.get(name) instanceof Map<?, ?> there) {
            there.forEach((key, value) -> members.put(key.toString(), value));
        }
        return members;
    }

    /** For {@code parse}: the value is of the wrong kind. */
    static <T> T bad() {
        throw new IllegalArgumentException();
    }
}
