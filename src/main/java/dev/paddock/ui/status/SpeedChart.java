package dev.paddock.ui.status;

import dev.paddock.ui.words.Words;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Generation speed over the last two minutes: one line over one area. */
final class SpeedChart extends Region {
    private static final double HEIGHT = 84;
    private static final double TOP = 12;

    private final Words words;
    private final SpeedHistory history = new SpeedHistory();
    private final Polygon area = new Polygon();
    private final Polyline line = new Polyline();
    private final Line floor = new Line();
    private final Line ceiling = new Line();
    private final Label most = new Label();
    private final Label span = new Label();
    private Instant now = Instant.EPOCH;

    SpeedChart(Words words) {
        this.words = words;
        area.getStyleClass().add("speed-area");
        line.getStyleClass().add("speed-line");
        floor.getStyleClass().add("speed-grid");
        ceiling.getStyleClass().add("speed-grid");
        most.getStyleClass().add("speed-scale");
        span.getStyleClass().add("speed-scale");
        span.setText(words.of("status.speed.span"));
        for (var node : List.of(ceiling, floor, area, line, most, span)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        getChildren().setAll(ceiling, floor, area, line, most, span);
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        describe();
    }

    /**
     * @param speed tokens/s
     */
    void add(Instant taken, double speed) {
        history.add(taken, speed);
        now = taken;
        describe();
        requestLayout();
    }

    void clear() {
        history.clear();
        describe();
        requestLayout();
    }

    private void describe() {
        double highest = history.highest();
        most.setText(
                words.of(
                        "status.speed.scale",
                        words.figures().count((long) SpeedHistory.scale(highest))));
        var points = history.points();
        setAccessibleText(
                words.of(
                        "status.speed.chart",
                        words.figures().speed(points.isEmpty() ? 0 : points.getLast().speed()),
                        words.figures().speed(highest)));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double bottom = getHeight() - 1;
        placeLine(floor, width, bottom);
        placeLine(ceiling, width, TOP);
        most.autosize();
        most.relocate(0, TOP - most.getHeight() - 1);
        span.autosize();
        span.relocate(width - span.getWidth(), TOP - span.getHeight() - 1);
        double scale = SpeedHistory.scale(history.highest());
        List<Double> places = new ArrayList<>();
        for (var point : history.points()) {
            places.add(Math.max(0, point.position(now)) * width);
            places.add(bottom - point.speed() / scale * (bottom - TOP));
        }
        line.getPoints().setAll(places);
        if (!places.isEmpty()) {
            double first = places.getFirst();
            places.addAll(List.of(width, bottom, first, bottom));
        }
        area.getPoints().setAll(places);
    }

    private static void placeLine(Line line, double width, double y) {
        line.setEndX(width);
        line.setStartY(Math.floor(y) + 0.5);
        line.setEndY(Math.floor(y) + 0.5);
    }
}
