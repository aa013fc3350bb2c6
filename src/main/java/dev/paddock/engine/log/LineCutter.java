package dev.paddock.engine.log;

/**
 * Cuts a stream of bytes into lines. A line without an end is passed on in pieces, cut between two
 * words where that can be, and nothing but the piece at hand is kept.
 */
final class LineCutter {
    /** Longer words are rare, and a secret cut in two would no longer be recognised. */
    private static final int LONGEST_WORD = 256;

    private static final int LONGEST_CHARACTER = 4;

    private final byte[] piece;
    private final Lines lines;
    private int used;
    private boolean afterReturn;

    /** Takes one line, without its end. */
    interface Lines {
        /** The array belongs to the caller, who will use it again. */
        void line(byte[] bytes, int from, int length);
    }

    /**
     * @param longest bytes of a line or of a piece of one
     */
    LineCutter(int longest, Lines lines) {
        this.piece = new byte[longest];
        this.lines = lines;
    }

    void feed(byte[] bytes, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b != '\n' && b != '\r') {
                continue;
            }
            boolean second = b == '\n' && (i == 0 ? afterReturn : bytes[i - 1] == '\r');
            if (!second) {
                endLine(bytes, start, i);
            }
            start = i + 1;
        }
        keep(bytes, start, length);
        afterReturn = length == 0 ? afterReturn : bytes[length - 1] == '\r';
    }

    /** Passes on what is left. */
    void end() {
        if (used > 0) {
            lines.line(piece, 0, used);
            used = 0;
        }
    }

    private void endLine(byte[] bytes, int from, int to) {
        if (used == 0 && to - from <= piece.length) {
            lines.line(bytes, from, to - from);
        } else {
            keep(bytes, from, to);
            lines.line(piece, 0, used);
            used = 0;
        }
    }

    private void keep(byte[] bytes, int from, int to) {
        int next = from;
        while (next < to) {
            if (used == piece.length) {
                passOnPiece();
            }
            int fits = Math.min(to - next, piece.length - used);
            System.arraycopy(bytes, next, piece, used, fits);
            used += fits;
            next += fits;
        }
    }

    private void passOnPiece() {
        int cut = cut();
        lines.line(piece, 0, cut);
        used -= cut;
        System.arraycopy(piece, cut, piece, 0, used);
    }

    /** After the last word that is whole, else after the last character that is. */
    private int cut() {
        for (int at = used; at > Math.max(0, used - LONGEST_WORD); at--) {
            if (!inWord(piece[at - 1])) {
                return at;
            }
        }
        for (int at = used - 1; at > Math.max(0, used - LONGEST_CHARACTER); at--) {
            if ((piece[at] & 0xC0) != 0x80) {
                return (piece[at] & 0x80) == 0 ? used : at;
            }
        }
        return used;
    }

    /** Bytes above ASCII are parts of characters, and a character is not to be cut either. */
    private static boolean inWord(byte b) {
        return b < 0
                || b >= '0' && b <= '9'
                || b >= 'A' && b <= 'Z'
                || b >= 'a' && b <= 'z'
                || b == '_'
                || b == '-';
    }
}
