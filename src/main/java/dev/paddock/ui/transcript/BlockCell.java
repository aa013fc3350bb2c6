package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Indent.Level;

import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A block of an answer: bars of quotes and the marker of a list item, and beside them the block.
 */
abstract class BlockCell extends RowCell {
    private static final double LIST_STEP = 26;
    private static final double DEEP_STEP = 18;
    private static final int DEEP = 4;
    private static final double QUOTE_STEP = 18;
    private static final double BAR = 3;
    private static final PseudoClass REASONING = PseudoClass.getPseudoClass("reasoning");
    private static final List<Level> KINDS =
            List.of(Level.NOTE, Level.TIP, Level.IMPORTANT, Level.WARNING, Level.CAUTION);

    private final List<Region> bars = new ArrayList<>();
    private final Markers markers = new Markers();
    private Indent indent = Indent.NONE;
    private int sharedLevels;
    private double above;

    BlockCell() {
        getChildren().add(markers);
    }

    abstract void showBlock(Block block);

    abstract double measureBlock(double width);

    abstract void layBlock(double x, double y, double width, double height);

    @Override
    final void show(Row next) {
        if (next instanceof Row.Answer(_, Block block)) {
            indent = block.indent();
            markers.show(indent.markers());
            showBars(indent.levels().stream().filter(Level::isBar).toList());
            pseudoClassStateChanged(REASONING, indent.isReasoning());
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
        double[] ends = ends();
        double x = inset();
        layBlock(fromLeft(x, getWidth() - x), 0, getWidth() - x, getHeight());
        markers.lay(
                ends,
                markerDrop(),
                this::fromLeft,
                isRightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        layBars(ends);
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
        double[] ends = ends();
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** How far the step of each level reaches; those of deep lists are narrower. */
    private double[] ends() {
        double[] ends = new double[indent.levels().size()];
        double x = 0;
        for (int i = 0; i < ends.length; i++) {
            double list = Math.max(i < DEEP ? LIST_STEP : DEEP_STEP, markers.room(i));
            x += indent.levels().get(i).isBar() ? QUOTE_STEP : list;
            ends[i] = x;
        }
        return ends;
    }

    private void layBars(double[] ends) {
        int bar = 0;
        for (int i = 0; i < ends.length; i++) {
            if (indent.levels().get(i).isBar()) {
                double x = ends[i] - QUOTE_STEP;
                double up = i < sharedLevels ? above : 0;
                bars.get(bar++).resizeRelocate(fromLeft(x, BAR), -up, BAR, getHeight() + up);
            }
        }
    }

    private void showBars(List<Level> levels) {
        while (bars.size() < levels.size()) {
            var bar = new Region();
            bar.getStyleClass().add("quote-bar");
            bar.setManaged(false);
            bars.add(bar);
            getChildren().add(bar);
        }
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            bar.setVisible(i < levels.size());
            if (bar.isVisible()) {
                for (Level kind : KINDS) {
                    bar.pseudoClassStateChanged(pseudoClass(kind), levels.get(i) == kind);
                }
            }
        }
    }

    /** As the style sheet names {@code kind}. */
    static PseudoClass pseudoClass(Level kind) {
        return PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT));
    }
}
