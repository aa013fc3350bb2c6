package dev.paddock.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.monitor.SpeedPoint;
import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.words.Words;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.shape.Polyline;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

import java.time.Instant;
import java.util.List;

@ExtendWith(SceneExtension.class)
class SpeedChartTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private SpeedChart chart;

    @Start
    void start(Stage stage) {
        chart = new SpeedChart(new Words());
        stage.setScene(new Scene(chart, 300, 200));
        stage.show();
    }

    @Test
    void itHasAnAxisWithZeroAndUnitForEachOfTwoSeries(FxRobot robot) {
        add(robot, 0, 812, 42);

        assertTrue(labels().containsAll(List.of("tokens/s", "50", "25", "1,000", "500", "now")));
        assertEquals(2, labels().stream().filter("0"::equals).count());
        assertTrue(plotHeight() >= 120, "the plot is " + plotHeight() + " high");
    }

    @Test
    void pointedAtItTellsThatMomentAndStandsStill(FxRobot robot) {
        add(robot, 0, 0, 42);
        add(robot, 60, 800, 10);
        Bounds all = chart.localToScreen(chart.getBoundsInLocal());
        robot.moveTo(middle(all));

        assertTrue(
                labels().contains("0 s ago: writing 10.0, reading 800 tokens/s")
                        || labels().contains("1 min 00 s ago: writing 42.0, reading 0.0 tokens/s"),
                labels().toString());
        var before = line().getPoints().toString();
        add(robot, 90, 0, 30);
        assertEquals(before, line().getPoints().toString());

        robot.moveTo(middle(new BoundingBox(all.getMinX(), all.getMaxY() + 20, 10, 10)));
        robot.interact(chart::layout);
        assertFalse(before.equals(line().getPoints().toString()), "it goes on");
        assertTrue(labels().contains("tokens/s"));
    }

    private static javafx.geometry.Point2D middle(Bounds bounds) {
        return new javafx.geometry.Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private void add(FxRobot robot, int second, double prompt, double generation) {
        robot.interact(
                () -> {
                    chart.add(new SpeedPoint(START.plusSeconds(second), prompt, generation));
                    chart.layout();
                });
    }

    private double plotHeight() {
        var grid = chart.lookupAll(".speed-grid").stream().map(Node::getBoundsInParent).toList();
        return grid.stream().mapToDouble(Bounds::getMaxY).max().orElseThrow()
                - grid.stream().mapToDouble(Bounds::getMinY).min().orElseThrow();
    }

    private Polyline line() {
        return (Polyline) chart.lookup(".writing.speed-line");
    }

    private List<String> labels() {
        return chart.getChildrenUnmodifiable().stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();
    }
}
