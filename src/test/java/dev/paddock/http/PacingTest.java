package dev.paddock.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PacingTest {
    private static final long MILLI = 1_000_000;

    private static final int BYTES = 300;

    private final Pacing pacing = new Pacing();

    /** The pause after {@code count} further events, each so long after the one before. */
    private long after(int from, int count, long start, long nanosEach) {
        long pause = 0;
        for (int event = 1; event <= count; event++) {
            pause = pacing.pause(BYTES, from + event, start + event * nanosEach);
        }
        return pause;
    }

    @Test
    void aSlowServerIsNeverKeptWaiting() {
        assertEquals(0, after(0, 1000, 0, 2 * MILLI));
    }

    @Test
    void theFirstEventsAreNeverKeptWaiting() {
        assertEquals(0, after(0, 31, 0, 1));
    }

    @Test
    void theEventsOfAFastServerGather() {
        assertEquals(Pacing.GATHER_NANOS, after(0, 100, 0, MILLI));
    }

    @Test
    void itIsTheSpeedOfNowThatCounts() {
        after(0, 100, 0, MILLI);
        assertEquals(0, after(100, 100, 100 * MILLI, 20 * MILLI));
        assertEquals(Pacing.GATHER_NANOS, after(200, 100, 2100 * MILLI, MILLI));
    }

    @Test
    void eventsThatCameTogetherAreCountedEach() {
        pacing.pause(BYTES, 20, MILLI);
        assertEquals(Pacing.GATHER_NANOS, pacing.pause(BYTES, 40, 5 * MILLI));
    }

    /** Whoever waits then reads more slowly than the server writes. */
    @Test
    void nothingWaitsWhileMoreHasCome() {
        after(0, 100, 0, MILLI);
        assertEquals(0, pacing.pause(Pacing.NEARLY_FULL, 156, 101 * MILLI));
        assertEquals(Pacing.GATHER_NANOS, pacing.pause(BYTES, 157, 102 * MILLI));
    }
}
