package dev.paddock.ui.text;

/** Finds the parts of code, line by line. Safe from any thread. */
interface Tokenizer {
    /** The state at the beginning of a text. */
    int START = 0;

    /**
     * Reads one line.
     *
     * @param state at its beginning: all that matters of the lines before
     * @param kinds gets the {@linkplain TokenKind#code codes} of the characters that are not plain
     * @return the state at its end
     */
    int line(String text, int from, int to, int state, byte[] kinds);
}
