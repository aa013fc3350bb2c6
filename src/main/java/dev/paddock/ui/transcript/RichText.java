package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Direction;
import dev.paddock.ui.text.Inline;
import dev.paddock.ui.text.Look;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs of text that wrap together. Growing text changes only the runs that differ; measures are
 * kept until it changes. Inline code and selected text get a panel behind them.
 */
final class RichText extends Region {
    private static final Set<Look> PANELS = EnumSet.of(Look.CODE, Look.KEY, Look.MARK);

    private final TextFlow flow = new TextFlow();
    private final Path panels = new Path();
    private final Path selection = new Path();
    private final Runs runs;
    private double naturalWidth = -1;
    private double measuredWidth = -1;
    private double measuredHeight;
    private int selectedFrom;
    private int selectedTo;

    /** For text without links and formulas. */
    RichText(String styleClass) {
        this(styleClass, _ -> {}, Typesetting.NONE);
    }

    /**
     * @param typesetting asked for each formula, from time to time again until it is typeset
     */
    RichText(String styleClass, Consumer<String> links, Typesetting typesetting) {
        runs = new Runs(flow, links, typesetting);
        getStyleClass().addAll("rich-text", styleClass);
        panels.getStyleClass().add("code-panels");
        selection.getStyleClass().add("selection-panels");
        for (Path path : List.of(panels, selection)) {
            path.setManaged(false);
            path.setMouseTransparent(true);
        }
        flow.setManaged(false);
        getChildren().setAll(panels, selection, flow);
    }

    void show(List<Inline> next) {
        if (runs.shown().equals(next)) {
            showTypeset();
            return;
        }
        runs.show(next);
        boolean mirrored = !isCode() && Direction.of(next).isRightToLeft();
        flow.setNodeOrientation(
                mirrored ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        forget();
    }

    /**
     * Shows formulas that have been typeset since they were asked for: down to which pixel it may
     * look another way now, 0 where nothing has changed.
     */
    double showTypeset() {
        int last = runs.typesetUpTo();
        if (last == 0) {
            return 0;
        }
        double bottom = bottomOf(last);
        runs.showTypeset();
        forget();
        return bottom;
    }

    /** At which pixel the line of a place in the text ends, as it has been laid out last. */
    private double bottomOf(int place) {
        return parts(place - 1, place, true).stream()
                .mapToDouble(Rectangle2D::getMaxY)
                .max()
                .orElse(1);
    }

    /** The address behind {@code target}, a part of a text, whether it may be opened or not. */
    static Optional<String> linkAt(Object target) {
        return target instanceof TextRun run ? run.address() : Optional.empty();
    }

    String text() {
        return Inline.text(runs.shown());
    }

    private boolean isCode() {
        return getStyleClass().contains("code-text");
    }

    boolean isRightToLeft() {
        return flow.getNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    }

    /** Measures again. */
    void forget() {
        naturalWidth = -1;
        measuredWidth = -1;
        requestLayout();
    }

    /** The width on which nothing wraps. */
    double naturalWidth() {
        if (naturalWidth < 0) {
            fit(-1);
            naturalWidth = Math.ceil(flow.prefWidth(-1));
        }
        return naturalWidth;
    }

    double heightAt(double width) {
        if (measuredWidth != width) {
            measuredWidth = width;
            fit(width);
            measuredHeight = Math.ceil(flow.prefHeight(width));
        }
        return measuredHeight;
    }

    private void fit(double width) {
        if (runs.fit(width)) {
            flow.requestLayout();
        }
    }

    /** How wide the text is as it has been laid out. */
    double drawnWidth() {
        return flow.getLayoutInfo().getLogicalBounds(false).getWidth();
    }

    /** The pixels between two of its lines, which stand below no last one. */
    double lineSpacing() {
        return flow.getLineSpacing();
    }

    /**
     * A line as it has been laid out.
     *
     * @param start the place of its first character
     * @param top in pixels below that of the text
     */
    record Line(int start, double top) {}

    List<Line> lines() {
        return flow.getLayoutInfo().getTextLines(false).stream()
                .map(line -> new Line(runs.inText(line.start()), line.bounds().getMinY()))
                .toList();
    }

    /** The place in the text nearest to a point in this node. */
    int hit(double x, double y) {
        return runs.inText(flow.getHitInfo(flow.parentToLocal(x, y)).getInsertionIndex());
    }

    /** Marks the text between two places; none when they are the same. */
    void select(int from, int to) {
        if (from != selectedFrom || to != selectedTo) {
            selectedFrom = from;
            selectedTo = to;
            drawSelection();
        }
    }

    private void drawSelection() {
        int end = Math.min(selectedTo, text().length());
        if (selectedFrom < end) {
            selection.getElements().clear();
            for (var part : parts(selectedFrom, end, true)) {
                selection.getElements().addAll(RoundedPanels.square(part));
            }
        } else if (!selection.getElements().isEmpty()) {
            selection.getElements().clear();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return naturalWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return heightAt(width < 0 ? naturalWidth() : width);
    }

    @Override
    protected void layoutChildren() {
        fit(getWidth());
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        drawPanels();
        drawSelection();
    }

    private void drawPanels() {
        if (!panels.getElements().isEmpty()) {
            panels.getElements().clear();
        }
        if (isCode()) {
            return;
        }
        int from = 0;
        for (Inline run : runs.shown()) {
            int to = from + run.text().length();
            if (PANELS.stream().anyMatch(run.style()::is)) {
                for (var part : parts(from, to, false)) {
                    panels.getElements().addAll(RoundedPanels.behind(part, getWidth()));
                }
            }
            from = to;
        }
    }

    /** Where a part of the text stands; JavaFX tells it from the side at which lines begin. */
    private List<Rectangle2D> parts(int from, int to, boolean spacing) {
        var parts =
                flow.getLayoutInfo()
                        .getSelectionGeometry(
                                runs.inFlow(from, false), runs.inFlow(to, true), spacing);
        if (!isRightToLeft()) {
            return parts;
        }
        double width = flow.getWidth();
        return parts.stream()
                .map(
                        it ->
                                new Rectangle2D(
                                        width - it.getMaxX(),
                                        it.getMinY(),
                                        it.getWidth(),
                                        it.getHeight()))
                .toList();
    }
}
