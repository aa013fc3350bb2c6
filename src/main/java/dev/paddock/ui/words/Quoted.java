package dev.paddock.ui.words;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Texts of others, file names, titles and what an engine says, as they may stand within a sentence
 * of ours: they change neither the order of its words nor the time it takes to draw it. Pure.
 */
final class Quoted {
    /** More than any sentence needs; the log and a copy have the whole. */
    static final int LONGEST = 4_000;

    /**
     * An embedding, because JavaFX (26) draws the marks of an isolate as boxes. Without marks of
     * its own within, a text in an embedding is as isolated.
     */
    static final char EMBEDDING = '\u202a';

    static final char END_OF_EMBEDDING = '\u202c';
    private static final String CUT_OFF = "…";

    /** Letters from right to left, and what turns the direction of others. */
    private static final Pattern TURNS =
            Pattern.compile(
                    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u202a-\u202e\u2066-\u2069]"
                        + "|[\\x{10800}-\\x{10FFF}]|[\\x{1E800}-\\x{1EFFF}]");

    /** Seen by nobody; each could end the embedding from within, or outlast it. */
    private static final Pattern MARKS =
            Pattern.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]");

    private Quoted() {}

    /** Numbers and the like stay as they are. */
    static Object[] all(Object... values) {
        var quoted = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            quoted[i] =
                    values[i] instanceof String || values[i] instanceof Path
                            ? of(values[i].toString())
                            : values[i];
        }
        return quoted;
    }

    private static String of(String text) {
        String shown = text.length() > LONGEST ? cut(text) : text;
        return TURNS.matcher(shown).find()
                ? EMBEDDING + MARKS.matcher(shown).replaceAll("") + END_OF_EMBEDDING
                : shown;
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + CUT_OFF;
    }
}
