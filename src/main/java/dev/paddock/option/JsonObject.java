package dev.paddock.option;

import java.util.Map;
import java.util.Optional;

/** A JSON object, written as such; nothing at all means an empty one. */
public record JsonObject() implements Kind<Map<String, Object>> {
    @Override
    public Optional<Map<String, Object>> parse(String text) {
        return text.isBlank()
                ? Optional.of(Map.of())
                : JsonText.parse(text).flatMap(this::fromJson);
    }

    @Override
    public String format(Map<String, Object> value) {
        return value.isEmpty() ? "" : JsonText.write(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Object>> fromJson(Object json) {
        return json instanceof Map<?, ?> members
                ? Optional.of((Map<String, Object>) members)
                : Optional.empty();
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
