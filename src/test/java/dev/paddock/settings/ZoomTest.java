package dev.paddock.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class ZoomTest {
    @Test
    void itGoesInStepsAndEndsAtBothEnds() {
        var all = Stream.iterate(new Zoom(1), Zoom::in).limit(9).map(Zoom::percent).toList();
        assertEquals(IntStream.of(80, 90, 100, 110, 125, 150, 175, 200, 200).boxed().toList(), all);
        var back = Stream.iterate(new Zoom(999), Zoom::out).limit(9).map(Zoom::percent).toList();
        assertEquals(IntStream.of(200, 175, 150, 125, 110, 100, 90, 80, 80).boxed().toList(), back);
    }

    @Test
    void whatLiesBetweenTwoStepsGoesToTheNext() {
        assertEquals(110, new Zoom(105).in().percent());
        assertEquals(100, new Zoom(105).out().percent());
    }
}
