package dev.paddock.ui.text;

import dev.paddock.ui.text.Indent.Level;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

import java.util.ArrayList;
import java.util.List;

/** Flattens one top-level node into blocks. */
final class BlockReader {
    /** A row of a table block shows at most so many lines. */
    static final int TABLE_ROWS = 60;

    private final String source;
    private final List<Block> blocks = new ArrayList<>();
    private boolean definitions;

    /**
     * @param source what was parsed
     */
    BlockReader(String source) {
        this.source = source;
    }

    /** Whether a link reference definition was among what was read. */
    boolean definitions() {
        return definitions;
    }

    List<Block> blocks() {
        return blocks;
    }

    void read(Node node) {
        read(node, Indent.NONE);
    }

    private void read(Node node, Indent indent) {
        switch (node) {
            case Paragraph paragraph -> prose(indent, InlineReader.read(paragraph));
            case FormulaBlock it -> prose(indent, InlineReader.read(it));
            case HtmlBlock html -> prose(indent, List.of(Inline.plain(html.getLiteral())));
            case Heading heading ->
                    blocks.add(
                            new Block.Heading(
                                    indent, heading.getLevel(), InlineReader.read(heading)));
            case FencedCodeBlock code ->
                    code(
                            indent,
                            language(code),
                            LineEnds.asWritten(code.getLiteral(), code, 1, source));
            case IndentedCodeBlock code ->
                    code(indent, "", LineEnds.asWritten(code.getLiteral(), code, 0, source));
            case ThematicBreak _ -> blocks.add(new Block.Rule(indent));
            case BlockQuote quote -> container(quote, indent.inside(Level.QUOTE));
            case BulletList list -> items(list, indent.inside(Level.LIST));
            case OrderedList list -> items(list, indent.inside(Level.LIST));
            case TableBlock table -> table(indent, table);
            case LinkReferenceDefinition _ -> definitions = true;
            default -> container(node, indent);
        }
    }

    private void container(Node parent, Indent indent) {
        Indent here = indent;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            int before = blocks.size();
            read(child, here);
            if (blocks.size() > before) {
                here = here.unmarked();
            }
        }
    }

    private void items(Node list, Indent inside) {
        int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
        Indent before = inside;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Marker marker =
                    switch (list) {
                        case OrderedList ordered ->
                                new Marker.Number(number++, ordered.getMarkerDelimiter());
                        default -> new Marker.Bullet();
                    };
            Indent here = before.marked(taskOr(marker, item));
            int size = blocks.size();
            container(item, here);
            if (blocks.size() == size) {
                blocks.add(new Block.Paragraph(here, List.of(), Piece.WHOLE));
            }
            before = before.unmarked();
        }
    }

    private static Marker taskOr(Marker marker, Node item) {
        Node first = item.getFirstChild();
        if (first instanceof TaskListItemMarker task) {
            return new Marker.Task(task.isChecked());
        }
        return marker;
    }

    private void prose(Indent indent, List<Inline> runs) {
        var parts = Split.around(runs);
        var pieces = Split.runs(runs, parts);
        for (int i = 0; i < pieces.size(); i++) {
            blocks.add(
                    new Block.Paragraph(
                            i == 0 ? indent : indent.unmarked(),
                            pieces.get(i),
                            Piece.of(i, pieces.size(), parts.get(i).before())));
        }
    }

    private void code(Indent indent, String language, String text) {
        var parts = Split.code(text);
        int line = 1;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            line += LineEnds.count(part.before());
            blocks.add(
                    new Block.Code(
                            i == 0 ? indent : indent.unmarked(),
                            language,
                            line,
                            part.text(),
                            Piece.of(i, parts.size(), part.before())));
            line += LineEnds.count(part.text());
        }
    }

    private static String language(FencedCodeBlock code) {
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        int end = info.indexOf(' ');
        return end < 0 ? info : info.substring(0, end);
    }

    private void table(Indent indent, TableBlock table) {
        var columns = new ArrayList<Block.Alignment>();
        var rows = new ArrayList<List<Block.Cell>>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row, columns));
                }
            }
        }
        int parts = Math.max(1, (rows.size() + TABLE_ROWS - 1) / TABLE_ROWS);
        for (int i = 0; i < parts; i++) {
            var some = rows.subList(i * TABLE_ROWS, Math.min(rows.size(), (i + 1) * TABLE_ROWS));
            blocks.add(
                    new Block.Table(
                            i == 0 ? indent : indent.unmarked(),
                            List.copyOf(columns),
                            List.copyOf(some),
                            Piece.of(i, parts, i == 0 ? "" : "\n")));
        }
    }

    /** The first row's cells say how their columns stand. */
    private static List<Block.Cell> cells(Node row, List<Block.Alignment> columns) {
        boolean header = columns.isEmpty();
        var cells = new ArrayList<Block.Cell>();
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                cells.add(new Block.Cell(InlineReader.read(cell)));
                if (header) {
                    columns.add(alignment(cell));
                }
            }
        }
        while (cells.size() < columns.size()) {
            cells.add(Block.Cell.EMPTY);
        }
        return List.copyOf(cells.subList(0, columns.size()));
    }

    private static Block.Alignment alignment(TableCell cell) {
        return switch (cell.getAlignment()) {
            case CENTER -> Block.Alignment.CENTER;
            case RIGHT -> Block.Alignment.RIGHT;
            case LEFT -> Block.Alignment.LEFT;
            case null -> Block.Alignment.LEFT;
        };
    }
}
