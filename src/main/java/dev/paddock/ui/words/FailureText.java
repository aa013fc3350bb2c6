package dev.paddock.ui.words;

/**
 * A failure in words.
 *
 * @param title what happened, a few words
 * @param cause why, one sentence
 * @param remedy what helps, one sentence; may be empty
 */
public record FailureText(String title, String cause, String remedy) {
    private static final String FAMILY = "failure.";
    private static final String TITLE = ".title";
    private static final String CAUSE = ".cause";
    private static final String REMEDY = ".remedy";

    /** A value that ends a sentence may be empty. */
    public FailureText {
        cause = cause.strip();
    }

    /** Cause and remedy, for places without room for three lines. */
    public String sentence() {
        return (cause + " " + remedy).strip();
    }

    FailureText withCause(String changed) {
        return new FailureText(title, changed, remedy);
    }

    /** The three of {@code failure.<key>}. */
    static FailureText of(Words words, String key, Object... values) {
        return new FailureText(
                words.of(FAMILY + key + TITLE, values),
                words.of(FAMILY + key + CAUSE, values),
                words.of(FAMILY + key + REMEDY, values));
    }

    /** As {@link #of}, with a cause of its own. */
    static FailureText because(Words words, String cause, String key, Object... values) {
        return new FailureText(
                words.of(FAMILY + key + TITLE, values),
                cause,
                words.of(FAMILY + key + REMEDY, values));
    }
}
