package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Block.Alignment;
import dev.paddock.ui.text.Direction;
import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Piece;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** A table, or some rows of a long one. */
final class TableCell extends BlockCell {
    private static final PseudoClass HEADER = PseudoClass.getPseudoClass("header");
    private static final double SIDE = 12;
    private static final double ABOVE = 7;
    private static final double LINE = 1;

    private final Consumer<String> links;
    private final Typesetting typesetting;
    private final List<RichText> cells = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private Block.Table table = new Block.Table(Indent.NONE, List.of(), List.of(), Piece.WHOLE);

    TableCell(Consumer<String> links, Typesetting typesetting) {
        this.links = links;
        this.typesetting = typesetting;
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block.Table _);
    }

    @Override
    void showBlock(Block block) {
        if (block instanceof Block.Table it) {
            table = it;
            int wanted = it.columns().size() * it.rows().size();
            fit(wanted);
            for (int i = 0; i < wanted; i++) {
                int row = i / it.columns().size();
                cells.get(i).show(it.rows().get(row).get(i % it.columns().size()).text());
                cells.get(i).pseudoClassStateChanged(HEADER, row == 0 && it.piece().first());
            }
            setAccessibleText(
                    texts().stream().map(RichText::text).collect(Collectors.joining("; ")));
        }
    }

    private void fit(int wanted) {
        while (cells.size() < wanted) {
            var cell = new RichText("table-text", links, typesetting);
            cell.setManaged(false);
            cells.add(cell);
            getChildren().add(cell);
        }
        while (lines.size() < table.rows().size()) {
            var line = new Region();
            line.getStyleClass().add("table-line");
            line.setManaged(false);
            lines.add(line);
            getChildren().add(line);
        }
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).setVisible(i < wanted);
        }
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).setVisible(i < table.rows().size());
            lines.get(i).pseudoClassStateChanged(HEADER, i == 0 && table.piece().first());
        }
    }

    /** As its first cell with a letter: its first column then stands on the right. */
    @Override
    boolean isRightToLeft() {
        return Direction.of(
                        table.rows().stream()
                                .flatMap(List::stream)
                                .flatMap(cell -> cell.text().stream())
                                .limit(100)
                                .toList())
                .isRightToLeft();
    }

    private double[] widths(double available) {
        int columns = table.columns().size();
        double[] natural = new double[columns];
        for (int i = 0; i < columns * table.rows().size(); i++) {
            natural[i % columns] = Math.max(natural[i % columns], cells.get(i).naturalWidth() + 1);
        }
        return ColumnWidths.share(natural, available - 2 * SIDE * (columns - 1));
    }

    /** Above the first row there is no line that it would have to keep away from. */
    private double above(int row) {
        return row == 0 && table.piece().first() ? 0 : ABOVE;
    }

    private double rowHeight(int row, double[] widths) {
        double height = 0;
        for (int column = 0; column < widths.length; column++) {
            var cell = cells.get(row * widths.length + column);
            height = Math.max(height, cell.heightAt(widths[column]));
        }
        return above(row) + height + ABOVE + LINE;
    }

    @Override
    double measureBlock(double width) {
        double[] widths = widths(width);
        double height = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            height += rowHeight(row, widths);
        }
        return height;
    }

    @Override
    void layBlock(double x, double y, double width, double height) {
        double[] widths = widths(width);
        boolean mirrored = isRightToLeft();
        double whole = DoubleStream.of(widths).sum() + 2 * SIDE * (widths.length - 1);
        double begin = mirrored ? x + width - whole : x;
        double top = y;
        for (int row = 0; row < table.rows().size(); row++) {
            double left = begin;
            for (int each = 0; each < widths.length; each++) {
                int column = mirrored ? widths.length - 1 - each : each;
                lay(row, column, left, top + above(row), widths[column]);
                left += widths[column] + 2 * SIDE;
            }
            top += rowHeight(row, widths);
            lines.get(row).resizeRelocate(begin, top - LINE, whole, LINE);
        }
    }

    private void lay(int row, int column, double x, double y, double width) {
        var cell = cells.get(row * table.columns().size() + column);
        double own = Math.min(width, cell.naturalWidth());
        double shift =
                switch (table.columns().get(column)) {
                    case Alignment.LEFT -> 0;
                    case Alignment.CENTER -> (width - own) / 2;
                    case Alignment.RIGHT -> width - own;
                };
        // A text that begins on the right is moved by its right end.
        double left =
                cell.isRightToLeft() && table.columns().get(column) == Alignment.CENTER
                        ? x
                        : x + Math.floor(shift);
        cell.resizeRelocate(left, y, width - Math.floor(shift), cell.heightAt(width));
    }

    @Override
    List<RichText> texts() {
        return cells.subList(0, table.columns().size() * table.rows().size());
    }
}
