package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Formula;
import dev.paddock.ui.text.Formulas;
import dev.paddock.ui.text.Inline;
import dev.paddock.ui.text.Piece;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a row that can be selected: that of its cell's texts in their order, with one
 * character between two of them.
 */
final class RowText {
    private RowText() {}

    static String of(Row row) {
        return switch (row) {
            case Row.Question(_, String text, _) -> text;
            case Row.Thought(_, String text, _) -> text;
            case Row.Answer(_, Block block) -> of(block);
            case Row.Thoughts _, Row.Waiting _, Row.Notice _, Row.Footer _ -> "";
        };
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Paragraph it -> Inline.text(it.text());
            case Block.Heading it -> Inline.text(it.text());
            case Block.Code it -> it.text();
            case Block.Rule _ -> "";
            case Block.Table it ->
                    it.rows().stream().map(RowText::line).collect(Collectors.joining("\n"));
        };
    }

    private static String line(List<Block.Cell> cells) {
        return cells.stream()
                .map(cell -> Inline.text(cell.text()))
                .collect(Collectors.joining("\t"));
    }

    /** A part of a row's text. */
    record Range(int from, int to) {}

    /** The formula that {@code offset} is in or at; what is drawn as one is selected as one. */
    static Optional<Range> formulaAt(Row row, int offset) {
        int from = 0;
        for (Inline run : runs(row)) {
            int to = from + run.text().length();
            boolean closed = run.formula().filter(Formula::isClosed).isPresent();
            if (closed && from <= offset && offset <= to) {
                return Optional.of(new Range(from, to));
            }
            from = to;
        }
        return Optional.empty();
    }

    private static List<Inline> runs(Row row) {
        return switch (row) {
            case Row.Question(_, String text, _) -> Formulas.in(text);
            case Row.Thought(_, String text, _) -> Formulas.in(text);
            case Row.Answer(_, Block.Paragraph it) -> it.text();
            case Row.Answer(_, Block.Heading it) -> it.text();
            case Row.Answer(_, Block.Table it) ->
                    it.rows().stream()
                            .flatMap(List::stream)
                            .flatMap(
                                    cell ->
                                            Stream.concat(
                                                    cell.text().stream(),
                                                    Stream.of(Inline.plain("\t"))))
                            .toList();
            case Row.Answer _, Row.Thoughts _, Row.Waiting _, Row.Notice _, Row.Footer _ ->
                    List.of();
        };
    }

    /** What stands before the row's text in a copy that begins above it. */
    static String lead(Row row) {
        return row instanceof Row.Answer(_, Block block)
                ? block.indent().marker().map(marker -> marker.text() + " ").orElse("")
                : "";
    }

    /** What parts a row's text from that of the row before it. */
    static String gap(Row before, Row row) {
        var piece = piece(row);
        if (!piece.first()) {
            return piece.before();
        }
        boolean tight =
                switch (row) {
                    case Row.Answer(_, Block block) ->
                            block.indent().marker().isPresent() && isItem(before);
                    case Row.Question _, Row.Thought _ -> false;
                    case Row.Thoughts _, Row.Waiting _, Row.Notice _, Row.Footer _ -> true;
                };
        return tight ? "\n" : "\n\n";
    }

    /** Whether it is a later piece of a long text that shows nothing, such as a blank line. */
    static boolean isBlankPiece(Row row) {
        return !piece(row).first() && of(row).isEmpty();
    }

    private static Piece piece(Row row) {
        return switch (row) {
            case Row.Answer(_, Block block) -> piece(block);
            case Row.Question it -> it.piece();
            case Row.Thought it -> it.piece();
            case Row.Thoughts _, Row.Waiting _, Row.Notice _, Row.Footer _ -> Piece.WHOLE;
        };
    }

    private static boolean isItem(Row row) {
        return row instanceof Row.Answer(_, Block block) && !block.indent().levels().isEmpty();
    }

    /** Whether it is a later piece of a long block. */
    static boolean continues(Block block) {
        return !piece(block).first();
    }

    private static Piece piece(Block block) {
        return switch (block) {
            case Block.Paragraph it -> it.piece();
            case Block.Code it -> it.piece();
            case Block.Table it -> it.piece();
            case Block.Heading _, Block.Rule _ -> Piece.WHOLE;
        };
    }
}
