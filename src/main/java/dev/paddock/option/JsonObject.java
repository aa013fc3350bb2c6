package dev.paddock.option;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A JSON object, written as such; nothing at all means an empty one.
 *
 * @param reserved members that a person cannot set
 */
public record JsonObject(Set<String> reserved) implements Kind<Map<String, Object>> {
    @Override
    public Optional<Map<String, Object>> parse(String text) {
        return text.isBlank()
                ? Optional.of(Map.of())
                : JsonText.parse(text)
                        .flatMap(this::fromJson)
                        .filter(object -> Collections.disjoint(object.keySet(), reserved));
    }

    /** The first member of {@code text} that a person cannot set. */
    public Optional<String> reservedIn(String text) {
        return JsonText.parse(text)
                .flatMap(this::fromJson)
                .flatMap(object -> object.keySet().stream().filter(reserved::contains).findFirst());
    }

    /** The name that {@link #brokenAt} finds for the second time in one object. */
    public Optional<String> doubledIn(String text) {
        return JsonText.doubledIn(text);
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
            case String text ->
                    text.isBlank()
                            ? Optional.of(Map.of())
                            : JsonText.parse(text)
                                    .filter(Map.class::isInstance)
                                    .map(value -> (Map<String, Object>) value);
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
