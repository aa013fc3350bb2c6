package dev.paddock.option;

import java.util.Optional;

/**
 * The values an option takes, as text (forms, command line, arguments) and as JSON (settings,
 * history, request bodies).
 *
 * <p>JSON is a tree of {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean},
 * and an empty {@code Optional} for null.
 */
public sealed interface Kind<T>
        permits ArgumentLine,
                Choice,
                Decimal,
                JsonObject,
                LayerCount,
                LogitBiases,
                Seed,
                TextList,
                WholeNumber {
    /** Empty when the text is no value of this kind, or out of range. Never throws. */
    Optional<T> parse(String text);

    /** The text {@link #parse} reads this value from. */
    String format(T value);

    /** Empty when it is no value of this kind, or out of range. Never throws. */
    Optional<T> fromJson(Object json);

    /** The tree {@link #fromJson} reads this value from. */
    Object toJson(T value);

    boolean allows(T value);

    /** Whether this value leaves the choice to the engine: it is not sent then. */
    default boolean automatic(T value) {
        return false;
    }
}
