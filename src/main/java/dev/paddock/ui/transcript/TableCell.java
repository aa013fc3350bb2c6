package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Block.Alignment;
import dev.paddock.ui.text.Direction;
import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Piece;
import dev.paddock.ui.words.Words;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

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
    private final Pane grid = new Pane();
    private final Rectangle clip = new Rectangle();
    private final SidewaysScrolls scrolls;
    private final SidewaysBar bar;
    private final Typesetting typesetting;
    private final List<RichText> cells = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private Block.Table table = new Block.Table(Indent.NONE, List.of(), List.of(), Piece.WHOLE);
    private double bottom;
    private boolean lowest;

    TableCell(
            Words words, Consumer<String> links, SidewaysScrolls scrolls, Typesetting typesetting) {
        this.links = links;
        this.typesetting = typesetting;
        this.scrolls = scrolls;
        bar = new SidewaysBar(this, scrolls, words.of("chat.scrollTable"), getChildren()::add);
        grid.setManaged(false);
        grid.setClip(clip);
        getChildren().add(grid);
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block.Table _);
    }

    @Override
    void showBlock(Block block) {
        if (block instanceof Block.Table it) {
            table = it;
            bar.use(scrolls.of(index()), isRightToLeft());
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
            grid.getChildren().add(cell);
        }
        while (lines.size() < table.rows().size()) {
            var line = new Region();
            line.getStyleClass().add("table-line");
            line.setManaged(false);
            lines.add(line);
            grid.getChildren().add(line);
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
        boolean wide = whole(widths) > width + 0.5 && table.piece().last();
        return height + (wide ? bar.height() : 0);
    }

    private static double whole(double[] widths) {
        return DoubleStream.of(widths).sum() + 2 * SIDE * (widths.length - 1);
    }

    @Override
    void layBlock(double x, double y, double width, double height) {
        double[] widths = widths(width);
        boolean mirrored = isRightToLeft();
        double whole = whole(widths);
        bar.laid(whole, width, table.piece());
        double room = Math.min(whole, width);
        double begin = mirrored ? x + width - room : x;
        grid.resizeRelocate(begin - bar.offset(), y, whole, height);
        clip.setX(bar.offset());
        clip.setWidth(room);
        clip.setHeight(height);
        double top = 0;
        for (int row = 0; row < table.rows().size(); row++) {
            double left = 0;
            for (int each = 0; each < widths.length; each++) {
                int column = mirrored ? widths.length - 1 - each : each;
                lay(row, column, left, top + above(row), widths[column]);
                left += widths[column] + 2 * SIDE;
            }
            top += rowHeight(row, widths);
            lines.get(row).resizeRelocate(0, top - LINE, whole, LINE);
        }
        showBar();
    }

    @Override
    void showSideways(Node part) {
        var place = RowFocus.within(part, this);
        double begin = grid.getLayoutX() + clip.getX() + SIDE;
        double after = place.getMaxX() - (begin + clip.getWidth() - 2 * SIDE);
        double before = place.getMinX() - begin;
        if (isWithin(part, grid) && (before < 0 || after > 0)) {
            bar.to(bar.offset() + (before < 0 ? before : Math.min(after, before)));
        }
    }

    private static boolean isWithin(Node part, Node whole) {
        Node at = part;
        while (at != null && at != whole) {
            at = at.getParent();
        }
        return at != null;
    }

    @Override
    void inSight(double visible, boolean last) {
        bottom = visible;
        lowest = last;
        showBar();
    }

    private void showBar() {
        boolean here = table.piece().last() || lowest;
        bar.show(true, here);
        if (here && bar.isNeeded()) {
            double end = Math.min(bottom, getHeight()) - bar.height();
            bar.place(grid.getLayoutX() + clip.getX(), Math.max(0, end), clip.getWidth());
        }
    }

    @Override
    double textsX() {
        return grid.getLayoutX();
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
