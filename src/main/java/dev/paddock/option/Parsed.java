package dev.paddock.option;

import java.util.Optional;

/** What became of a text or a JSON tree somebody gave for an option. */
public sealed interface Parsed<T> {
    record Valid<T>(T value) implements Parsed<T> {}

    record Invalid<T>(InvalidValue problem) implements Parsed<T> {}

    default Optional<T> toOptional() {
        return this instanceof Valid<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}
