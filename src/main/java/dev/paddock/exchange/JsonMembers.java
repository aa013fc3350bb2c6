package dev.paddock.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object by the names of its members. What is missing or of another type is not there. */
record JsonMembers(Map<?, ?> all) {
    static final JsonMembers NONE = new JsonMembers(Map.of());

    /** None where it is no object. */
    static JsonMembers of(Object value) {
        return value instanceof Map<?, ?> members ? new JsonMembers(members) : NONE;
    }

    Optional<String> text(String name) {
        return all.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    boolean truth(String name) {
        return Boolean.TRUE.equals(all.get(name));
    }

    /** 0 where there is none. */
    long whole(String name) {
        return all.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** 0 where there is none. */
    double real(String name) {
        return all.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    Optional<JsonMembers> object(String name) {
        return all.get(name) instanceof Map<?, ?> members
                ? Optional.of(new JsonMembers(members))
                : Optional.empty();
    }

    List<?> list(String name) {
        return all.get(name) instanceof List<?> list ? list : List.of();
    }

    /** {@code usual} for one that this version does not know. */
    <E extends Enum<E>> E name(String name, E usual) {
        return text(name).flatMap(it -> known(it, usual)).orElse(usual);
    }

    private static <E extends Enum<E>> Optional<E> known(String name, E any) {
        for (E one : any.getDeclaringClass().getEnumConstants()) {
            if (one.name().equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
