package dev.paddock.http;

import java.util.concurrent.locks.LockSupport;

/** Lets the tokens of a fast engine gather for a moment, as {@link Pacing} does. */
final class SocketPacing {
    private static final int SAMPLE = 16;
    private static final long FAST_NANOS = SAMPLE * 2_000_000L;
    private static final long GATHER_NANOS = 4_000_000;

    private long sampleStart;
    private int pieces;
    private boolean fast;

    /** Notes one piece of the stream. */
    void piece() {
        if (pieces++ % SAMPLE == 0) {
            long now = System.nanoTime();
            fast = pieces > 1 && now - sampleStart < FAST_NANOS;
            sampleStart = now;
        }
    }

    /** Waits a moment if that is worth it; call it when everything that came has been read. */
    void gather() {
        if (fast) {
            LockSupport.parkNanos(GATHER_NANOS);
        }
    }
}
