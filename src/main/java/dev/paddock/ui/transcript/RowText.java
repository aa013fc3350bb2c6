package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Formula;
import dev.paddock.ui.text.Formulas;
import dev.paddock.ui.text.Indent.Level;
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
    private static final String STEP = "  ";

    private RowText() {}

    static String of(Row row) {
        return switch (row) {
            case Row.Question(_, String text, _) -> text;
            case Row.Answer(_, Block block) -> of(block);
            case Row.Thoughts _,
                    Row.Waiting _,
                    Row.Notice _,
                    Row.Footer _,
                    Row.Versions _,
                    Row.Editor _ ->
                    "";
        };
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Paragraph it -> Inline.text(it.text());
            case Block.Heading it -> Inline.text(it.text());
            case Block.Code it -> it.text();
            case Block.Admonition it -> Inline.text(it.title());
            case Block.Details it -> Inline.text(it.summary());
            case Block.Picture it -> it.description();
            case Block.Rule _, Block.DetailsEnd _ -> "";
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
            case Row.Answer _,
                    Row.Thoughts _,
                    Row.Waiting _,
                    Row.Notice _,
                    Row.Footer _,
                    Row.Versions _,
                    Row.Editor _ ->
                    List.of();
        };
    }

    /** What stands before the row's text in a copy that begins above it. */
    static String lead(Row row) {
        if (!(row instanceof Row.Answer(_, Block block))) {
            return "";
        }
        var indent = block.indent();
        var markers =
                indent.markers().stream()
                        .map(placed -> placed.marker().text() + " ")
                        .collect(Collectors.joining());
        if (markers.isEmpty()) {
            return lineLead(row);
        }
        int outer = indent.markers().getFirst().level();
        return STEP.repeat(lists(indent.levels().subList(0, outer))) + markers;
    }

    /** What stands before each further line of a row's text, so that a list keeps its shape. */
    static String lineLead(Row row) {
        return row instanceof Row.Answer(_, Block.Paragraph it) && it.piece().first()
                ? STEP.repeat(lists(it.indent().levels()))
                : "";
    }

    private static int lists(List<Level> levels) {
        return (int) levels.stream().filter(Level.LIST::equals).count();
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
                    case Row.Question _ -> false;
                    case Row.Thoughts _,
                            Row.Waiting _,
                            Row.Notice _,
                            Row.Footer _,
                            Row.Versions _,
                            Row.Editor _ ->
                            true;
                };
        return tight ? "\n" : "\n\n";
    }

    /** Whether it is a later piece of a long text that shows nothing, such as a blank line. */
    static boolean isBlankPiece(Row row) {
        return !piece(row).first() && of(row).isEmpty();
    }

    private static Piece piece(Row row) {
        return switch (row) {
            case Row.Answer(_, Block block) -> block.piece();
            case Row.Question it -> it.piece();
            case Row.Thoughts _,
                    Row.Waiting _,
                    Row.Notice _,
                    Row.Footer _,
                    Row.Versions _,
                    Row.Editor _ ->
                    Piece.WHOLE;
        };
    }

    private static boolean isItem(Row row) {
        return row instanceof Row.Answer(_, Block block) && block.indent().isInList();
    }

    /** Whether it is a later piece of a long block. */
    static boolean continues(Block block) {
        return !block.piece().first();
    }
}
