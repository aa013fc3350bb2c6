package dev.paddock.ui.text;

/** Which piece of a long block a row shows. */
public record Piece(boolean first, boolean last) {
    public static final Piece WHOLE = new Piece(true, true);

    public static Piece of(int index, int count) {
        return new Piece(index == 0, index == count - 1);
    }
}
