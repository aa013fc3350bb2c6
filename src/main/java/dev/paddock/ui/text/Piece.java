package dev.paddock.ui.text;

/**
 * Which piece of a long block a row shows.
 *
 * @param before what stood between it and the piece before and is drawn by neither: a line's end, a
 *     space or nothing; a copy puts it back
 */
public record Piece(boolean first, boolean last, String before) {
    public static final Piece WHOLE = new Piece(true, true, "");

    public static Piece of(int index, int count, String before) {
        return new Piece(index == 0, index == count - 1, before);
    }

    /** Whether it goes on in the middle of a line that the piece before began. */
    public boolean isMidLine() {
        return !first && !before.endsWith("\n");
    }
}
