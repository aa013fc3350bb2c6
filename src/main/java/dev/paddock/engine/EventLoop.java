package dev.paddock.engine;

import java.time.Duration;
import java.time.Instant;

/** The one thread of the supervisor, with its clock. Jobs run in order, one at a time. */
interface EventLoop extends AutoCloseable {
    /** Runs {@code job} soon; from any thread. After {@link #close} nothing more runs. */
    void execute(Runnable job);

    /** Runs {@code job} after {@code delay}; from any thread. */
    void after(Duration delay, Runnable job);

    Instant now();

    /** A clock that only runs forward, for durations. */
    long nanos();

    /** Lets the running job finish and drops the rest; returns at once. */
    @Override
    void close();
}
