package dev.paddock.ui.maths;

import dev.paddock.ui.maths.Drawing.Filled;
import dev.paddock.ui.maths.Drawing.Letters;
import dev.paddock.ui.maths.Drawing.Mark;
import dev.paddock.ui.maths.Drawing.Stroked;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

import java.util.List;
import java.util.Optional;

/** A formula among text: in the text's colour, on its baseline, as large as its letters. */
public final class FormulaView extends Region {
    /** To the eye, between letters as high as those of the text and capitals as high as its. */
    private static final double SIZE = 1.16;

    /** A formula too wide is drawn smaller, but not so small that nobody can read it. */
    private static final double SMALLEST = 0.6;

    private static final double UNIT = 1000;
    private static final double TAG_GAP = 2000;
    private static final double ROOM = 4;

    /** Never seen: the style sheet tells it how the text looks. */
    private final Text sample = new Text();

    private final Group body = new Group();
    private final Group tag = new Group();
    private final Scale scale = new Scale(1, 1);
    private final Rectangle clip = new Rectangle();
    private Drawing drawing = new Drawing(0, 0, 0, List.of(), Optional.empty());
    private boolean display;
    private double available = -1;
    private double shift;

    public FormulaView() {
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        setAccessibleRole(AccessibleRole.TEXT);
        sample.setVisible(false);
        for (Node part : List.of(sample, body, tag)) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        body.getTransforms().add(scale);
        tag.getTransforms().add(scale);
        getChildren().setAll(sample, body, tag);
        sample.fontProperty().subscribe(this::resized);
        setOnScroll(
                event -> {
                    double most = overhang();
                    if (most > 0 && event.getDeltaX() != 0) {
                        shift = Math.clamp(shift - event.getDeltaX(), 0, most);
                        requestLayout();
                        event.consume();
                    }
                });
    }

    /**
     * Shows a formula.
     *
     * @param textClasses those of text that would stand here
     * @param source what a screen reader says
     */
    public void show(
            Drawing next, boolean inLineOfItsOwn, List<String> textClasses, String source) {
        drawing = next;
        display = inLineOfItsOwn;
        shift = 0;
        if (!sample.getStyleClass().equals(textClasses)) {
            sample.getStyleClass().setAll(textClasses);
        }
        setAccessibleText(source);
        body.getChildren().setAll(next.marks().stream().map(this::node).toList());
        tag.getChildren()
                .setAll(
                        next.tag().stream()
                                .flatMap(it -> it.marks().stream())
                                .map(this::node)
                                .toList());
        resized();
    }

    /**
     * Fits it into a line.
     *
     * @param width of the line, negative for as wide as it likes to be
     * @return whether its size is another one now
     */
    public boolean fit(double width) {
        if (available == width) {
            return false;
        }
        available = width;
        resized();
        return true;
    }

    private void resized() {
        double size = sample.getFont().getSize() * SIZE;
        double room = available < 0 ? Double.MAX_VALUE : (available - ROOM) / size * UNIT;
        double factor = Math.clamp(room / Math.max(1, whole()), SMALLEST, 1);
        scale.setX(size / UNIT * factor);
        scale.setY(scale.getX());
        requestLayout();
    }

    /** Its width with its tag. */
    private double whole() {
        return drawing.width() + drawing.tag().map(it -> it.width() + TAG_GAP).orElse(0.0);
    }

    private double overhang() {
        return Math.max(0, whole() * scale.getX() - getWidth());
    }

    private Node node(Mark mark) {
        return switch (mark) {
            case Filled it -> {
                var shape = shape(it.path());
                paint(shape.fillProperty(), it.color());
                it.clip()
                        .map(box -> new Rectangle(box.x(), box.y(), box.width(), box.height()))
                        .ifPresent(shape::setClip);
                yield shape;
            }
            case Stroked it -> {
                var shape = shape(it.path());
                shape.setFill(null);
                paint(shape.strokeProperty(), it.color());
                shape.setStrokeWidth(it.width());
                if (it.dashed()) {
                    shape.getStrokeDashArray().setAll(2 * it.width(), 2 * it.width());
                }
                yield shape;
            }
            case Letters it -> {
                var text = new Text(it.x(), it.y(), it.text());
                paint(text.fillProperty(), it.color());
                text.fontProperty()
                        .bind(
                                sample.fontProperty()
                                        .map(font -> Font.font(font.getFamily(), it.size())));
                yield text;
            }
        };
    }

    private static Shape shape(String path) {
        var shape = new SVGPath();
        shape.setContent(path);
        return shape;
    }

    private void paint(ObjectProperty<Paint> property, Optional<String> color) {
        var own = color.flatMap(FormulaView::color);
        if (own.isPresent()) {
            property.set(own.get());
        } else {
            ObservableValue<Paint> text = sample.fillProperty();
            property.bind(text);
        }
    }

    private static Optional<Paint> color(String name) {
        try {
            return Optional.of(Color.web(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public double getBaselineOffset() {
        return Math.max(Math.ceil(drawing.ascent() * scale.getY()), textAscent()) + above();
    }

    /** A line of text is as high where all of it is a formula. */
    private double textAscent() {
        return display ? 0 : sample.getBaselineOffset();
    }

    private double textDepth() {
        return display ? 0 : sample.getLayoutBounds().getHeight() - sample.getBaselineOffset();
    }

    /** Lines of text stand apart; so do those above and below a formula of its own. */
    private double above() {
        return display ? Math.round(sample.getFont().getSize() / 4) : 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return display && available >= 0
                ? available
                : Math.min(
                        Math.ceil(whole() * scale.getX()),
                        available < 0 ? Double.MAX_VALUE : available);
    }

    @Override
    protected double computePrefHeight(double width) {
        double depth = Math.max(Math.ceil(drawing.depth() * scale.getY()), textDepth());
        return getBaselineOffset() + depth + above();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = drawing.width() * scale.getX();
        double label = drawing.tag().map(it -> it.width() * scale.getX()).orElse(0.0);
        double middle = display ? Math.max(0, (getWidth() - width) / 2) : 0;
        // A long one makes room for its tag.
        double most = getWidth() - width - label - TAG_GAP * scale.getX();
        double left = drawing.tag().isPresent() ? Math.clamp(most, 0, middle) : middle;
        body.setLayoutX(Math.floor(left) - shift);
        body.setLayoutY(getBaselineOffset());
        tag.setLayoutX(Math.max(getWidth(), whole() * scale.getX()) - label - shift);
        tag.setLayoutY(getBaselineOffset());
        if (overhang() > 0) {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
            setClip(clip);
        } else {
            setClip(null);
        }
    }
}
