package dev.paddock.ui.status;

import dev.paddock.monitor.SpeedPoint;
import dev.paddock.ui.words.Words;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The speeds of the last two minutes: writing on the axis to the left, reading, which is many times
 * faster, on the one to the right. Pointed at it stands still and tells the figures of that moment.
 */
final class SpeedChart extends Region {
    private static final double HEIGHT = 168;
    private static final double LINE = 16;

    private final Words words;
    private final SpeedHistory history = new SpeedHistory();
    private final SpeedSeries writing;
    private final SpeedSeries reading;
    private final List<Line> grid = List.of(new Line(), new Line(), new Line());
    private final Line cursor = new Line();
    private final Label caption = new Label();
    private final Label past = new Label();
    private final Label present = new Label();
    private SpeedPlot plot = new SpeedPlot(0, 1, 0, 1);
    private OptionalDouble pointer = OptionalDouble.empty();
    private Instant shown = Instant.EPOCH;

    SpeedChart(Words words) {
        this.words = words;
        writing = new SpeedSeries(words, "writing", SpeedPoint::generation);
        reading = new SpeedSeries(words, "reading", SpeedPoint::prompt);
        grid.forEach(line -> line.getStyleClass().add("speed-grid"));
        cursor.getStyleClass().add("speed-cursor");
        cursor.setVisible(false);
        for (var label : List.of(caption, past, present)) {
            label.getStyleClass().add("speed-scale");
        }
        past.setText(words.of("status.speed.past"));
        present.setText(words.of("status.speed.present"));
        var parts =
                Stream.of(
                                grid.stream(),
                                reading.nodes(),
                                writing.nodes(),
                                Stream.of(cursor, caption, past, present))
                        .flatMap(part -> part)
                        .map(Node.class::cast)
                        .toList();
        parts.forEach(part -> part.setManaged(false));
        parts.forEach(part -> part.setMouseTransparent(true));
        getChildren().setAll(parts);
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setPickOnBounds(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(at -> point(OptionalDouble.of(at.getX())));
        setOnMouseExited(_ -> point(OptionalDouble.empty()));
        draw();
    }

    /** Shown at once, or when nobody points at the chart any more. */
    void add(SpeedPoint point) {
        if (history.add(point) && pointer.isEmpty()) {
            draw();
        }
    }

    void clear() {
        if (!history.points().isEmpty()) {
            history.clear();
            writing.reset();
            reading.reset();
            draw();
        }
    }

    private void point(OptionalDouble x) {
        boolean resumes = pointer.isPresent() && x.isEmpty();
        pointer = x;
        if (resumes) {
            draw();
        } else {
            tell();
        }
    }

    private void draw() {
        shown = history.points().isEmpty() ? Instant.EPOCH : history.points().getLast().taken();
        writing.measure(history);
        reading.measure(history);
        var points = history.points();
        setAccessibleText(
                words.of(
                        "status.speed.chart",
                        speed(points.isEmpty() ? 0 : points.getLast().generation()),
                        speed(writing.highest(history)),
                        speed(points.isEmpty() ? 0 : points.getLast().prompt()),
                        speed(reading.highest(history))));
        tell();
        requestLayout();
    }

    /** The figures of the moment pointed at, else the unit. */
    private void tell() {
        var moment =
                pointer.isEmpty()
                        ? Optional.<SpeedPoint>empty()
                        : history.nearest(
                                shown.minusMillis(
                                        Math.round(
                                                (1 - plot.position(pointer.getAsDouble()))
                                                        * SpeedHistory.SPAN.toMillis())));
        cursor.setVisible(moment.isPresent());
        moment.ifPresent(point -> placeUpright(SpeedHistory.position(point, shown)));
        caption.setText(moment.map(this::figures).orElse(words.of("status.speed.unit")));
        caption.autosize();
    }

    private String figures(SpeedPoint point) {
        return words.of(
                "status.speed.moment",
                words.figures().elapsed(Duration.between(point.taken(), shown)),
                speed(point.generation()),
                speed(point.prompt()));
    }

    private String speed(double perSecond) {
        return words.figures().speed(perSecond);
    }

    @Override
    protected void layoutChildren() {
        double left = writing.widest() + SpeedPlot.GAP;
        double right = getWidth() - reading.widest() - SpeedPlot.GAP;
        plot = new SpeedPlot(left, right, 1.75 * LINE, getHeight() - LINE);
        for (int i = 0; i < grid.size(); i++) {
            double y = Math.floor(plot.y(i / 2.0)) + 0.5;
            grid.get(i).setStartX(left);
            grid.get(i).setEndX(right);
            grid.get(i).setStartY(y);
            grid.get(i).setEndY(y);
        }
        writing.place(history, shown, plot, false);
        reading.place(history, shown, plot, true);
        for (var label : List.of(caption, past, present)) {
            label.autosize();
        }
        caption.relocate(0, 0);
        past.relocate(left, plot.bottom() + 2);
        present.relocate(right - present.getWidth(), plot.bottom() + 2);
        tell();
    }

    private void placeUpright(double position) {
        double x = Math.floor(plot.x(position)) + 0.5;
        cursor.setStartX(x);
        cursor.setEndX(x);
        cursor.setStartY(plot.top());
        cursor.setEndY(plot.bottom());
    }
}
