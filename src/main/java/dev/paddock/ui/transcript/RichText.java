package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Direction;
import dev.paddock.ui.text.Inline;
import dev.paddock.ui.text.Look;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
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
    private final List<Run> runs = new ArrayList<>();
    private final Consumer<String> links;
    private List<Inline> shown = List.of();
    private double naturalWidth = -1;
    private double measuredWidth = -1;
    private double measuredHeight;
    private int selectedFrom;
    private int selectedTo;

    RichText(String styleClass, Consumer<String> links) {
        this.links = links;
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
        if (shown.equals(next)) {
            return;
        }
        for (int i = 0; i < next.size(); i++) {
            if (i == runs.size()) {
                runs.add(new Run());
                flow.getChildren().add(runs.getLast());
            }
            if (i >= shown.size() || !shown.get(i).equals(next.get(i))) {
                runs.get(i).show(next.get(i));
            }
        }
        for (int i = next.size(); i < shown.size(); i++) {
            runs.get(i).hide();
        }
        shown = next;
        boolean mirrored = !isCode() && Direction.of(next).isRightToLeft();
        flow.setNodeOrientation(
                mirrored ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        forget();
    }

    /** The address behind {@code target}, a part of a text, whether it may be opened or not. */
    static Optional<String> linkAt(Object target) {
        return target instanceof Run run ? run.address : Optional.empty();
    }

    String text() {
        return Inline.text(shown);
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
            naturalWidth = Math.ceil(flow.prefWidth(-1));
        }
        return naturalWidth;
    }

    double heightAt(double width) {
        if (measuredWidth != width) {
            measuredWidth = width;
            measuredHeight = Math.ceil(flow.prefHeight(width));
        }
        return measuredHeight;
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
                .map(line -> new Line(line.start(), line.bounds().getMinY()))
                .toList();
    }

    /** The place in the text nearest to a point in this node. */
    int hit(double x, double y) {
        return flow.getHitInfo(flow.parentToLocal(x, y)).getInsertionIndex();
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
        for (Inline run : shown) {
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
        var parts = flow.getLayoutInfo().getSelectionGeometry(from, to, spacing);
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

    /**
     * One piece of text. It says which address is behind it; one that may be opened makes it a
     * link, which can be pressed and reached by keyboard.
     */
    private final class Run extends Text {
        private Optional<String> address = Optional.empty();

        /** Out of sight, but not out of the scene: coming back costs no styling. */
        void hide() {
            setManaged(false);
            setVisible(false);
            link(Optional.empty());
            setText("");
        }

        void show(Inline run) {
            setManaged(true);
            setVisible(true);
            if (!getText().equals(run.text())) {
                setText(run.text());
            }
            var classes = RunStyle.styleClasses(run);
            if (!getStyleClass().equals(classes)) {
                getStyleClass().setAll(classes);
            }
            link(run.link());
            setAccessibleText(run.text());
        }

        private void link(Optional<String> to) {
            if (address.equals(to)) {
                return;
            }
            address = to;
            var link = to.filter(it -> Links.openable(it).isPresent());
            setFocusTraversable(link.isPresent());
            setAccessibleRole(link.isPresent() ? AccessibleRole.HYPERLINK : AccessibleRole.TEXT);
            setAccessibleHelp(to.orElse(""));
            setOnMouseClicked(
                    event -> {
                        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                            link.ifPresent(links);
                        }
                    });
            setOnKeyPressed(
                    event -> {
                        if (event.getCode() == KeyCode.ENTER && link.isPresent()) {
                            links.accept(link.get());
                            event.consume();
                        }
                    });
        }
    }
}
