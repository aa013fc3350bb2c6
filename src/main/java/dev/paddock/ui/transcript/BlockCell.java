package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Indent.Level;
import dev.paddock.ui.text.Marker;

import javafx.geometry.NodeOrientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block of an answer: bars of quotes and the marker of a list item, and beside them the block.
 */
abstract class BlockCell extends RowCell {
    private static final double LIST_STEP = 26;
    private static final double QUOTE_STEP = 18;
    private static final double BAR = 3;
    private static final double MARKER_GAP = 8;

    private final List<Region> bars = new ArrayList<>();
    private final Text marker = new Text();
    private final FontIcon box = new FontIcon(Feather.SQUARE);
    private Indent indent = Indent.NONE;
    private int sharedLevels;
    private double above;

    BlockCell() {
        marker.getStyleClass().add("marker");
        marker.setTextOrigin(VPos.TOP);
        box.getStyleClass().add("task-box");
        for (Node node : List.of(marker, box)) {
            node.setManaged(false);
            node.setVisible(false);
            getChildren().add(node);
        }
    }

    abstract void showBlock(Block block);

    abstract double measureBlock(double width);

    abstract void layBlock(double x, double y, double width, double height);

    @Override
    final void show(Row next) {
        if (next instanceof Row.Answer(_, Block block)) {
            indent = block.indent();
            showMarker(indent.marker());
            showBars((int) indent.levels().stream().filter(Level.QUOTE::equals).count());
            showBlock(block);
        }
    }

    /** The bars of quotes that the row above stands in too bridge the gap between both. */
    @Override
    final void follow(int levels, double gap) {
        if (sharedLevels != levels || above != gap) {
            sharedLevels = levels;
            above = gap;
            requestLayout();
        }
    }

    @Override
    final double measure(double width) {
        return measureBlock(width - inset());
    }

    @Override
    final void layoutRow() {
        double x = inset();
        layBlock(fromLeft(x, getWidth() - x), 0, getWidth() - x, getHeight());
        double line = 22;
        double width = marker.getLayoutBounds().getWidth();
        marker.setLayoutX(fromLeft(x - MARKER_GAP - width, width));
        marker.setLayoutY(markerDrop());
        marker.setNodeOrientation(
                isRightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        double side = box.getLayoutBounds().getWidth();
        box.setLayoutX(fromLeft(x - MARKER_GAP - side, side));
        box.setLayoutY(
                (line - box.getLayoutBounds().getHeight()) / 2 - box.getLayoutBounds().getMinY());
        layBars();
    }

    /** Whether it begins on the right, its marker and its bars as well. */
    boolean isRightToLeft() {
        return false;
    }

    /** Where something stands that is so far from the side on which the block begins. */
    private double fromLeft(double begin, double width) {
        return isRightToLeft() ? getWidth() - begin - width : begin;
    }

    /** How far below the block's top its marker stands. */
    double markerDrop() {
        return 0;
    }

    private double inset() {
        double inset = 0;
        for (Level level : indent.levels()) {
            inset += level == Level.LIST ? LIST_STEP : QUOTE_STEP;
        }
        return inset;
    }

    private void layBars() {
        double x = 0;
        int bar = 0;
        for (int i = 0; i < indent.levels().size(); i++) {
            var level = indent.levels().get(i);
            if (level == Level.QUOTE) {
                double up = i < sharedLevels ? above : 0;
                bars.get(bar++).resizeRelocate(fromLeft(x, BAR), -up, BAR, getHeight() + up);
            }
            x += level == Level.LIST ? LIST_STEP : QUOTE_STEP;
        }
    }

    private void showBars(int count) {
        while (bars.size() < count) {
            var bar = new Region();
            bar.getStyleClass().add("quote-bar");
            bar.setManaged(false);
            bars.add(bar);
            getChildren().add(bar);
        }
        for (int i = 0; i < bars.size(); i++) {
            bars.get(i).setVisible(i < count);
        }
    }

    private void showMarker(Optional<Marker> shown) {
        boolean task = shown.filter(Marker.Task.class::isInstance).isPresent();
        marker.setVisible(shown.isPresent() && !task);
        box.setVisible(task);
        shown.ifPresent(
                it -> {
                    switch (it) {
                        case Marker.Task(boolean done) ->
                                box.setIconCode(done ? Feather.CHECK_SQUARE : Feather.SQUARE);
                        case Marker.Bullet bullet -> marker.setText(bullet.text());
                        case Marker.Number number -> marker.setText(number.text());
                    }
                });
    }
}
