package dev.paddock.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs its tasks when told to. */
final class ManualTicker implements Ticker {
    private final List<Supplier<Duration>> tasks = new ArrayList<>();
    Duration pause = Duration.ZERO;
    int hurries;

    @Override
    public Ticking start(Supplier<Duration> task) {
        tasks.add(task);
        return new Ticking() {
            @Override
            public void soon() {
                hurries++;
            }

            @Override
            public void close() {
                tasks.remove(task);
            }
        };
    }

    int running() {
        return tasks.size();
    }

    void tick() {
        List.copyOf(tasks).forEach(task -> pause = task.get());
    }
}
