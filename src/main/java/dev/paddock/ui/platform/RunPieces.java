package dev.paddock.ui.platform;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts a run of text from right to left where its typeface may change: between letters of several
 * scripts, ASCII signs and others. Nothing is cut that joins, and white space stays with what it
 * follows.
 */
final class RunPieces {
    /**
     * @param from counted from the beginning of the run
     */
    record Piece(int from, int length) {}

    private RunPieces() {}

    /** The pieces in the order in which they are read, each of one typeface. */
    static List<Piece> of(char[] text, int start, int end) {
        var pieces = new ArrayList<Piece>();
        var run = new String(text, start, end - start);
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(run);
        int from = 0;
        var before = Kind.OTHER;
        int at = clusters.first();
        for (int next = clusters.next(); next != BreakIterator.DONE; next = clusters.next()) {
            int first = run.codePointAt(at);
            var kind = isSpace(first) ? before.ofSpaceBehind() : Kind.of(first, before);
            if (at > from && (!kind.equals(before) || kind.equals(Kind.OTHER))) {
                pieces.add(new Piece(from, at - from));
                from = at;
            }
            before = kind;
            at = next;
        }
        pieces.add(new Piece(from, run.length() - from));
        return pieces;
    }

    /** Whether a typeface that has its letters has all of it. */
    static boolean isPlain(char[] text, int start, int end) {
        var before = Optional.<Kind>empty();
        for (int i = start, point; i < end; i += Character.charCount(point)) {
            point = Character.codePointAt(text, i, end);
            if (!isSpace(point) && !Kind.of(point, Kind.ASCII).equals(Kind.ASCII)) {
                var kind = Kind.of(point, before.orElse(Kind.OTHER));
                if (kind.equals(Kind.OTHER) || before.filter(it -> !it.equals(kind)).isPresent()) {
                    return false;
                }
                before = Optional.of(kind);
            }
        }
        return true;
    }

    /** Characters of one kind have one typeface. */
    private record Kind(Optional<UnicodeScript> letters, boolean ascii) {
        static final Kind ASCII = new Kind(Optional.empty(), true);
        static final Kind OTHER = new Kind(Optional.empty(), false);

        /**
         * @param before the kind of what it follows, to which joining marks belong
         */
        static Kind of(int point, Kind before) {
            var script = UnicodeScript.of(point);
            if (script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED) {
                return joins(point) ? before : point < 0x80 ? ASCII : OTHER;
            }
            return new Kind(Optional.of(script), false);
        }

        Kind ofSpaceBehind() {
            return equals(OTHER) ? ASCII : this;
        }
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean joins(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT ->
                    true;
            default -> false;
        };
    }
}
