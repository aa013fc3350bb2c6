package dev.paddock.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.monitor.SpeedPoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class SpeedHistoryTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final SpeedHistory history = new SpeedHistory();

    @Test
    void speedsOlderThanTheSpanAreForgotten() {
        add(0, 900, 90);
        add(60, 400, 40);
        add(121, 500, 50);

        assertEquals(50, history.highest(SpeedPoint::generation));
        assertEquals(500, history.highest(SpeedPoint::prompt));
        assertEquals(2, history.points().size());
        var last = history.points().getLast();
        assertEquals(1, SpeedHistory.position(last, START.plusSeconds(121)));
    }

    @Test
    void nothingIsNewWhileNothingHappens() {
        assertTrue(add(0, 0, 0), "the first");
        assertFalse(add(5, 0, 0));
        assertTrue(add(6, 0, 3));
        assertTrue(add(7, 0, 0), "it moves to the left");
        assertTrue(add(127, 0, 0), "and out");
        assertFalse(add(132, 0, 0));
    }

    @Test
    void theNearestMomentIsFound() {
        add(0, 0, 1);
        add(10, 0, 2);
        assertEquals(2, history.nearest(START.plusSeconds(6)).orElseThrow().generation());
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "10, 10", "11, 20", "42, 50", "51, 100", "812, 1000", "NaN, 10"})
    void theScaleIsARoundNumberThatHoldsTheSpeed(double speed, double scale) {
        assertEquals(scale, SpeedScale.roundedUp(speed));
    }

    @Test
    void theScaleIsSteady() {
        var scale = new SpeedScale();
        assertEquals(50, scale.holding(42));
        assertEquals(50, scale.holding(18));
        assertEquals(50, scale.holding(12));
        assertEquals(10, scale.holding(9));
        assertEquals(100, scale.holding(51));
    }

    private boolean add(int second, double prompt, double generation) {
        return history.add(new SpeedPoint(START.plusSeconds(second), prompt, generation));
    }
}
