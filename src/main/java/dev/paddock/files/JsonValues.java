package dev.paddock.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes every value of a JSON tree on its own: a bad one spoils no other. */
final class JsonValues {
    private final List<String> refused = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    /** Names of the values that were not allowed, as {@code server.port}. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Paths that may be good ones, but cannot be said in this system's locale. */
    List<String> unreadablePaths() {
        return List.copyOf(unreadable);
    }

    void refuse(String name) {
        refused.add(name);
    }

    <T> T value(
            Map<String, Object> parent,
            String prefix,
            String name,
            T usual,
            Function<Object, T> parse) {
        return value(Optional.ofNullable(parent.get(name)), prefix + name, usual, parse);
    }

    /** What {@code parse} makes of it; absent and null mean the usual, and so do bad values. */
    <T> T value(Optional<?> found, String name, T usual, Function<Object, T> parse) {
        if (found.isEmpty() || found.get() instanceof Optional<?>) {
            return usual;
        }
        try {
            return parse.apply(found.get());
        } catch (InvalidPathException unreadablePath) {
            unreadable.add(unreadablePath.getInput());
            return usual;
        } catch (IllegalArgumentException notAllowed) {
            refused.add(name);
            return usual;
        }
    }

    boolean flag(Map<String, Object> parent, String prefix, String name, boolean usual) {
        return value(parent, prefix, name, usual, v -> v instanceof Boolean b ? b : bad());
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
