package dev.paddock.ui.text;

/** Which piece of a long block a row shows. */
public record Part(boolean first, boolean last) {
    public static final Part WHOLE = new Part(true, true);

    public static Part of(int index, int count) {
        return new Part(index == 0, index == count - 1);
    }
}
