package dev.paddock.ui.status;

import dev.paddock.monitor.SpeedPoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The speeds of the last {@link #SPAN}, oldest first. For one thread. */
final class SpeedHistory {
    static final Duration SPAN = Duration.ofMinutes(2);

    private final Deque<SpeedPoint> points = new ArrayDeque<>();

    /** Ignores what is not newer than the newest; whether the picture is another now. */
    boolean add(SpeedPoint point) {
        if (!points.isEmpty() && !point.taken().isAfter(points.getLast().taken())) {
            return false;
        }
        boolean level = isLevel();
        points.addLast(point);
        while (points.getFirst().taken().isBefore(point.taken().minus(SPAN))) {
            points.removeFirst();
        }
        return !level || !isLevel() || points.size() == 1;
    }

    void clear() {
        points.clear();
    }

    List<SpeedPoint> points() {
        return List.copyOf(points);
    }

    double highest(ToDoubleFunction<SpeedPoint> series) {
        return points.stream().mapToDouble(series).max().orElse(0);
    }

    /** The one taken nearest to {@code when}. */
    Optional<SpeedPoint> nearest(Instant when) {
        return points.stream()
                .min(Comparator.comparing(point -> Duration.between(point.taken(), when).abs()));
    }

    /** 0 at the old end of the span, 1 at {@code now}. */
    static double position(SpeedPoint point, Instant now) {
        return 1 - (double) Duration.between(point.taken(), now).toMillis() / SPAN.toMillis();
    }

    private boolean isLevel() {
        return points.stream().allMatch(point -> point.prompt() == 0 && point.generation() == 0);
    }
}
