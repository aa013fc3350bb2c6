package dev.paddock.ui.text;

import java.util.function.IntSupplier;

/** Text of which no more is read than is asked for. */
final class Lookahead {
    /** Stands where the text has ended. */
    static final int END = -1;

    private final IntSupplier next;
    private final StringBuilder read = new StringBuilder();
    private boolean ended;

    /**
     * @param next its characters, one after the other, then {@link #END}
     */
    Lookahead(IntSupplier next) {
        this.next = next;
    }

    int at(int index) {
        while (!ended && read.length() <= index) {
            int character = next.getAsInt();
            ended = character == END;
            if (!ended) {
                read.append((char) character);
            }
        }
        return index < read.length() ? read.charAt(index) : END;
    }

    /** What stands between two places, as far as there is so much. */
    String content(int from, int to) {
        at(to - 1);
        return read.substring(Math.min(from, read.length()), Math.min(to, read.length()));
    }

    /** All that has been asked for. */
    String all() {
        return read.toString();
    }

    boolean has(String wanted, int from) {
        for (int i = 0; i < wanted.length(); i++) {
            if (at(from + i) != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but spaces follows in the line. */
    boolean isLineEnd(int index) {
        int i = index;
        while (at(i) == ' ' || at(i) == '\t') {
            i++;
        }
        return at(i) == END || at(i) == '\n';
    }

    /** Whether the line that ends here is followed by an empty one. */
    boolean isBlankLine(int index) {
        return at(index) == '\n' && isLineEnd(index + 1) && at(index + 1) != END;
    }
}
