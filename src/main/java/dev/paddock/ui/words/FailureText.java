package dev.paddock.ui.words;

/**
 * A failure in words.
 *
 * @param title what happened, a few words
 * @param cause why, one sentence
 * @param remedy what helps, one sentence; may be empty
 */
public record FailureText(String title, String cause, String remedy) {
    /** Cause and remedy, for places without room for three lines. */
    public String sentence() {
        return (cause + " " + remedy).strip();
    }
}
