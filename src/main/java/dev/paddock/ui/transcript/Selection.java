package dev.paddock.ui.transcript;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/**
 * The selected part of a transcript. It belongs to the rows, not to the cells in sight, so that it
 * reaches as far as it was drawn.
 */
final class Selection {
    private final List<Row> rows;
    private Place anchor = new Place(0, 0);
    private Place lead = anchor;

    /** Before the character {@code offset} of {@link RowText#of} a row. */
    record Place(int row, int offset) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return row == other.row
                    ? Integer.compare(offset, other.offset)
                    : Integer.compare(row, other.row);
        }
    }

    Selection(List<Row> rows) {
        this.rows = rows;
    }

    boolean isEmpty() {
        return anchor.equals(lead);
    }

    void begin(Place at) {
        anchor = at;
        lead = at;
    }

    void extend(Place to) {
        lead = to;
    }

    void clear() {
        lead = anchor;
    }

    void all() {
        anchor = new Place(0, 0);
        lead = rows.isEmpty() ? anchor : new Place(rows.size() - 1, length(rows.size() - 1));
    }

    void word(Place at) {
        var formula = RowText.formulaAt(rows.get(at.row()), at.offset());
        if (formula.isPresent()) {
            anchor = new Place(at.row(), formula.get().from());
            lead = new Place(at.row(), formula.get().to());
            return;
        }
        String text = RowText.of(rows.get(at.row()));
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int offset = Math.min(at.offset(), text.length());
        int end = offset == text.length() ? text.length() : words.following(offset);
        anchor = new Place(at.row(), Math.max(0, end == 0 ? 0 : words.preceding(Math.max(1, end))));
        lead = new Place(at.row(), end);
    }

    void row(int row) {
        anchor = new Place(row, 0);
        lead = new Place(row, length(row));
    }

    /** Rows have changed: what is not certainly the same text any more is let go. */
    void changed(int from, int removed, int added) {
        if (!isEmpty() && end().row() >= from && (removed != added || end().row() > from)) {
            anchor = new Place(0, 0);
            lead = anchor;
        }
    }

    /** Where the selection of {@code row} begins. */
    int from(int row) {
        return isEmpty() || row < start().row() || row > end().row()
                ? 0
                : row == start().row() ? start().offset() : 0;
    }

    /** Where it ends; not after its beginning where nothing is selected. */
    int to(int row) {
        return isEmpty() || row < start().row() || row > end().row()
                ? 0
                : row == end().row() ? end().offset() : length(row);
    }

    /** The selected text as a person would have typed it. */
    String text() {
        if (isEmpty()) {
            return "";
        }
        var text = new StringBuilder();
        int before = -1;
        for (int i = start().row(); i <= Math.min(end().row(), rows.size() - 1); i++) {
            String whole = RowText.of(rows.get(i));
            int from = Math.min(from(i), whole.length());
            int to = Math.min(to(i), whole.length());
            if (from >= to && !RowText.isBlankPiece(rows.get(i))) {
                continue;
            }
            if (before >= 0) {
                text.append(RowText.gap(rows.get(before), rows.get(i)));
            }
            String some = whole.substring(from, to);
            String lead = RowText.lineLead(rows.get(i));
            text.append(from == 0 ? RowText.lead(rows.get(i)) : "")
                    .append(lead.isEmpty() ? some : some.replace("\n", "\n" + lead));
            before = i;
        }
        return text.toString();
    }

    private int length(int row) {
        return RowText.of(rows.get(row)).length();
    }

    private Place start() {
        return anchor.compareTo(lead) <= 0 ? anchor : lead;
    }

    private Place end() {
        return anchor.compareTo(lead) <= 0 ? lead : anchor;
    }
}
