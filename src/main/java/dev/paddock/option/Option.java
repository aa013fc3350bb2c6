package dev.paddock.option;

import java.util.Optional;

/**
 * One thing that can be set.
 *
 * @param key its name in the settings and in the history; also {@code option.<key>} among the words
 * @param usual what holds while nobody set anything
 * @param spelling what it is called outside
 */
public record Option<T>(
        String key, Kind<T> kind, T usual, Unit unit, Spelling spelling, Group group, Level level) {

    /** What a number counts. */
    public enum Unit {
        NONE,
        TOKENS,
        SECONDS
    }

    /** Options that are shown together, in this order. */
    public enum Group {
        NETWORK,
        CONTEXT,
        MEMORY,
        SPEED,
        ARGUMENTS,
        RANDOMNESS,
        SELECTION,
        REPETITION,
        MIROSTAT,
        OUTPUT,
        REQUEST
    }

    /** Whether an option is in sight at once or one step away. */
    public enum Level {
        BASIC,
        ADVANCED
    }

    /** The same, in sight at once. */
    Option<T> basic() {
        return new Option<>(key, kind, usual, unit, spelling, group, Level.BASIC);
    }

    /**
     * Reads what a person typed, in a form or on the command line. Never throws.
     *
     * @return the value, or what is wrong with the text
     */
    public Parsed<T> parse(String text) {
        return kind.parse(text)
                .<Parsed<T>>map(Parsed.Valid::new)
                .orElseGet(() -> new Parsed.Invalid<>(new InvalidValue(this, text.strip())));
    }

    /** The text {@link #parse} reads {@code value} from. */
    public String format(T value) {
        return kind.format(value);
    }

    /** As {@link #parse}, for a JSON tree. */
    public Parsed<T> fromJson(Object json) {
        return kind.fromJson(json)
                .<Parsed<T>>map(Parsed.Valid::new)
                .orElseGet(() -> new Parsed.Invalid<>(new InvalidValue(this, json.toString())));
    }

    /** The member of a request body, for an option of a request. */
    public Optional<String> field() {
        return spelling.field();
    }

    /** The flag people know it by: the first of its spellings. */
    public String flag() {
        return spelling.flags().getFirst();
    }

    @Override
    public String toString() {
        return key;
    }
}
