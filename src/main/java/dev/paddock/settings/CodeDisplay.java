package dev.paddock.settings;

/**
 * How code in answers is shown.
 *
 * @param wrapped whether long lines go on below; else they scroll sideways
 * @param numbered whether lines have numbers
 */
public record CodeDisplay(boolean wrapped, boolean numbered) {
    public static final CodeDisplay DEFAULT = new CodeDisplay(false, false);

    public CodeDisplay withWrapped(boolean on) {
        return new CodeDisplay(on, numbered);
    }

    public CodeDisplay withNumbered(boolean on) {
        return new CodeDisplay(wrapped, on);
    }
}
