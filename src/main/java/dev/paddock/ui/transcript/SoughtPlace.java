package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;
import dev.paddock.ui.transcript.Selection.Place;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A place that is to be shown as soon as its message is among the rows. */
final class SoughtPlace {
    private final RowsPane pane;
    private final List<Row> rows;
    private Optional<Sought> sought = Optional.empty();

    private record Sought(MessageId message, List<String> words) {}

    SoughtPlace(RowsPane pane, List<Row> rows) {
        this.pane = pane;
        this.rows = rows;
    }

    /**
     * @param words as they are written there; the first that is found is selected
     */
    void seek(MessageId message, List<String> words) {
        sought = Optional.of(new Sought(message, words));
    }

    void forget() {
        sought = Optional.empty();
    }

    boolean isPending() {
        return sought.isPresent();
    }

    /** Brings it into sight if it is there; to be called with each layout. */
    void show() {
        sought.ifPresent(
                it ->
                        place(it)
                                .ifPresent(
                                        at -> {
                                            sought = Optional.empty();
                                            show(at, it.words());
                                        }));
    }

    private void show(Place at, List<String> words) {
        pane.bring(at.row());
        String text = RowText.of(rows.get(at.row()));
        int length =
                words.stream()
                        .filter(word -> text.startsWith(word, at.offset()))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        pane.selection().begin(at);
        pane.selection().extend(new Place(at.row(), at.offset() + length));
        pane.showSelection();
    }

    /** That of the first word there is; the beginning of the message where there is none. */
    private Optional<Place> place(Sought it) {
        int[] own =
                IntStream.range(0, rows.size())
                        .filter(row -> rows.get(row).message().equals(it.message()))
                        .toArray();
        for (String word : it.words()) {
            for (int row : own) {
                int offset = RowText.of(rows.get(row)).indexOf(word);
                if (offset >= 0) {
                    return Optional.of(new Place(row, offset));
                }
            }
        }
        return own.length == 0 ? Optional.empty() : Optional.of(new Place(own[0], 0));
    }
}
