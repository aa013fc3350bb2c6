package dev.paddock.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices that time went on without us: the computer slept, or this app was held. Asked once a
 * beat. The monotonic clock of Linux and macOS stands still while the computer sleeps, that of
 * Windows does not; so either the two clocks differ, or the beat is late by both.
 */
final class SuspendDetector {
    private final EventLoop loop;
    private final Timeouts.Suspend limits;
    private Instant wall;
    private long nanos;

    SuspendDetector(EventLoop loop, Timeouts.Suspend limits) {
        this.loop = loop;
        this.limits = limits;
        wall = loop.now();
        nanos = loop.nanos();
    }

    /** Whether the clocks jumped since the last call. */
    boolean jumped() {
        var wallNow = loop.now();
        long nanosNow = loop.nanos();
        var byWall = Duration.between(wall, wallNow);
        var byNanos = Duration.ofNanos(nanosNow - nanos);
        wall = wallNow;
        nanos = nanosNow;
        var late = byNanos.minus(limits.beat());
        return byWall.minus(byNanos).abs().compareTo(limits.jump()) > 0
                || late.compareTo(limits.jump()) > 0;
    }
}
