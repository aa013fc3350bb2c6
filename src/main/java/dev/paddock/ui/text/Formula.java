package dev.paddock.ui.text;

/**
 * A piece of mathematics as LaTeX.
 *
 * @param latex without its delimiters; of an unclosed one all that follows, with them
 */
public record Formula(String latex, Kind kind) {
    /** How it stands. */
    public enum Kind {
        /** Within a line of text. */
        INLINE,
        /** In a line of its own. */
        DISPLAY,
        /** Begun, and not closed where its paragraph ends. */
        UNCLOSED
    }

    public boolean isDisplay() {
        return kind == Kind.DISPLAY;
    }

    /** Whether there is something to typeset. */
    public boolean isClosed() {
        return kind != Kind.UNCLOSED;
    }
}
