package dev.paddock.chat;

import dev.paddock.signal.Subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that stands still until it is advanced, which runs what falls due. */
final class ManualTime extends Clock implements DelayedExecutor {
    private final List<Due> tasks = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private record Due(Instant when, Runnable task) {}

    void advance(long millis) {
        var end = now.plusMillis(millis);
        while (true) {
            var next =
                    tasks.stream()
                            .filter(due -> !due.when().isAfter(end))
                            .min(Comparator.comparing(Due::when));
            if (next.isEmpty()) {
                break;
            }
            tasks.remove(next.get());
            now = next.get().when();
            next.get().task().run();
        }
        now = end;
    }

    int pending() {
        return tasks.size();
    }

    @Override
    public Subscription schedule(Duration delay, Runnable task) {
        var due = new Due(now.plus(delay), task);
        tasks.add(due);
        return () -> tasks.remove(due);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
