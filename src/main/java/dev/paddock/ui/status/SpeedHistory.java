package dev.paddock.ui.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The speeds of the last {@link #SPAN}, oldest first. For one thread. */
final class SpeedHistory {
    static final Duration SPAN = Duration.ofMinutes(2);

    private final Deque<Point> points = new ArrayDeque<>();

    /**
     * @param speed tokens/s
     */
    record Point(Instant taken, double speed) {
        /** 0 at the old end of the span, 1 at {@code now}. */
        double position(Instant now) {
            return 1 - (double) Duration.between(taken, now).toMillis() / SPAN.toMillis();
        }
    }

    /** Ignores what is not newer than the newest. */
    void add(Instant taken, double speed) {
        if (points.isEmpty() || taken.isAfter(points.getLast().taken())) {
            points.addLast(new Point(taken, speed));
            while (points.getFirst().taken().isBefore(taken.minus(SPAN))) {
                points.removeFirst();
            }
        }
    }

    void clear() {
        points.clear();
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    double highest() {
        return points.stream().mapToDouble(Point::speed).max().orElse(0);
    }

    /** The least of 1, 2 or 5 times a power of ten, from 10 on, that holds {@code speed}. */
    static double scale(double speed) {
        double step = 10;
        while (true) {
            for (double factor : new double[] {1, 2, 5}) {
                if (speed <= factor * step) {
                    return factor * step;
                }
            }
            step *= 10;
        }
    }
}
