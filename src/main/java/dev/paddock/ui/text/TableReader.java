package dev.paddock.ui.text;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

import java.util.ArrayList;
import java.util.List;

/** Reads a table, cut into blocks of so many rows as are drawn together. */
final class TableReader {
    /** A block has at most so many rows, fewer where it has many columns. */
    private static final int ROWS = 60;

    private static final int CELLS = 1_200;

    private final List<Block.Alignment> columns = new ArrayList<>();
    private final List<List<Block.Cell>> rows = new ArrayList<>();

    private TableReader() {}

    static List<Block> read(Indent indent, TableBlock table) {
        var reader = new TableReader();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    reader.rows.add(reader.cells(row));
                }
            }
        }
        return reader.blocks(indent);
    }

    private List<Block> blocks(Indent indent) {
        var blocks = new ArrayList<Block>();
        int most = Math.clamp(CELLS / Math.max(1, columns.size()), 1, ROWS);
        int parts = Math.max(1, (rows.size() + most - 1) / most);
        for (int i = 0; i < parts; i++) {
            var some = rows.subList(i * most, Math.min(rows.size(), (i + 1) * most));
            blocks.add(
                    new Block.Table(
                            i == 0 ? indent : indent.unmarked(),
                            List.copyOf(columns),
                            List.copyOf(some),
                            Piece.of(i, parts, i == 0 ? "" : "\n")));
        }
        return blocks;
    }

    /** The first row's cells say how their columns stand. */
    private List<Block.Cell> cells(Node row) {
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
