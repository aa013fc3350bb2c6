package dev.paddock.option;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A JSON object, written as such; nothing at all means an empty one. */
public record JsonObject() implements Kind<Map<String, Object>> {
    @Override
    public Optional<Map<String, Object>> parse(String text) {
        return text.isBlank()
                ? Optional.of(Map.of())
                : JsonText.parse(text).flatMap(this::fromJson);
    }

    /** Where {@code text} stops being JSON: an index, or its length when it ends too early. */
    public OptionalInt brokenAt(String text) {
        return text.isBlank() ? OptionalInt.empty() : JsonText.brokenAt(text);
    }

    @Override
    public String format(Map<String, Object> value) {
        return value.isEmpty() ? "" : JsonText.write(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Object>> fromJson(Object json) {
        return switch (json) {
            case Map<?, ?> members -> Optional.of((Map<String, Object>) members);
            case String text -> parse(text);
            default -> Optional.empty();
        };
    }

    @Override
    public Object toJson(Map<String, Object> value) {
        return value;
    }

    @Override
    public boolean allows(Map<String, Object> value) {
        return true;
    }
}
