package dev.paddock.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A loop whose time a test moves. Single-threaded. */
final class ManualLoop implements EventLoop {
    private record Job(long at, long number, Runnable run) {}

    private final List<Job> jobs = new ArrayList<>();
    private long nanos = 1_000_000_000L;
    private long number;
    private Duration asleep = Duration.ZERO;
    private boolean closed;

    @Override
    public void execute(Runnable job) {
        after(Duration.ZERO, job);
    }

    @Override
    public void after(Duration delay, Runnable job) {
        if (!closed) {
            jobs.add(new Job(nanos + delay.toNanos(), number++, job));
        }
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos).plus(asleep);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void close() {
        closed = true;
        jobs.clear();
    }

    /** The computer sleeps, and its monotonic clock with it: only the wall clock moves. */
    void sleep(Duration by) {
        asleep = asleep.plus(by);
    }

    /** The app is held: both clocks move, and what falls due runs late. */
    void hold(Duration by) {
        nanos += by.toNanos();
    }

    /** Runs everything due now. */
    void settle() {
        advance(Duration.ZERO);
    }

    /** Moves the time, running what falls due on the way in its order. */
    void advance(Duration by) {
        long until = nanos + by.toNanos();
        while (true) {
            var due =
                    jobs.stream()
                            .filter(job -> job.at() <= until)
                            .min(Comparator.comparingLong(Job::at).thenComparing(Job::number));
            if (due.isEmpty()) {
                nanos = until;
                return;
            }
            jobs.remove(due.get());
            nanos = Math.max(nanos, due.get().at());
            due.get().run().run();
        }
    }
}
