package dev.paddock.ui.status;

import dev.paddock.monitor.SpeedPoint;
import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Polyline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** One line of the chart with the figures of its own axis. */
final class SpeedSeries {
    private final ToDoubleFunction<SpeedPoint> speed;
    private final Polyline line = new Polyline();
    private final SpeedScale scale = new SpeedScale();
    private final Label top = new Label();
    private final Label middle = new Label();
    private final Label zero = new Label();
    private final Words words;

    /**
     * @param styleClass of its line and its figures
     */
    SpeedSeries(Words words, String styleClass, ToDoubleFunction<SpeedPoint> speed) {
        this.words = words;
        this.speed = speed;
        line.getStyleClass().addAll("speed-line", styleClass);
        figures().forEach(figure -> figure.getStyleClass().addAll("speed-scale", styleClass));
    }

    Stream<Node> nodes() {
        return Stream.concat(Stream.of(line), figures());
    }

    double of(SpeedPoint point) {
        return speed.applyAsDouble(point);
    }

    double highest(SpeedHistory history) {
        return history.highest(speed);
    }

    void reset() {
        scale.reset();
    }

    /** Sets the figures for what is in sight. */
    void measure(SpeedHistory history) {
        double most = scale.holding(highest(history));
        top.setText(figure(most));
        middle.setText(figure(most / 2));
        zero.setText(figure(0));
    }

    /**
     * @param right whether the axis is the one on the right
     */
    void place(SpeedHistory history, Instant now, SpeedPlot plot, boolean right) {
        double most = scale.holding(highest(history));
        List<Double> places = new ArrayList<>();
        for (var point : history.points()) {
            places.add(plot.x(SpeedHistory.position(point, now)));
            places.add(plot.y(of(point) / most));
        }
        line.getPoints().setAll(places);
        place(top, plot.y(1), plot, right);
        place(middle, plot.y(0.5), plot, right);
        place(zero, plot.y(0), plot, right);
    }

    private static void place(Label figure, double y, SpeedPlot plot, boolean right) {
        figure.autosize();
        double x =
                right
                        ? plot.right() + SpeedPlot.GAP
                        : plot.left() - SpeedPlot.GAP - figure.getWidth();
        figure.relocate(x, y - figure.getHeight() / 2);
    }

    double widest() {
        return figures().mapToDouble(figure -> figure.prefWidth(-1)).max().orElse(0);
    }

    private String figure(double perSecond) {
        return words.figures().count(Math.round(perSecond));
    }

    private Stream<Label> figures() {
        return Stream.of(top, middle, zero);
    }
}
