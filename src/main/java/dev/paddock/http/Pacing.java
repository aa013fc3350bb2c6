package dev.paddock.http;

/**
 * Lets the events of a fast server gather for a moment before more are asked for. Waking up for
 * each of thousands a second costs this app and the server more than the event itself, and no
 * screen shows a fraction of a frame. Below some 500 events a second nothing is ever delayed.
 */
final class Pacing {
    private static final int SAMPLE = 16;
    private static final long FAST_NANOS = 2_000_000;
    static final long GATHER_NANOS = 12_000_000;

    /** Nearly as much as the client hands on at once means that more has come already. */
    static final int NEARLY_FULL = Http.READ_BUFFER * 3 / 4;

    private int sampledEvents;
    private long sampledNanos;
    private boolean fast;

    /**
     * How long to wait before asking for more, in nanoseconds.
     *
     * @param bytes that came last
     * @param events that came so far
     * @param now {@link System#nanoTime}
     */
    long pause(int bytes, int events, long now) {
        int sample = events - sampledEvents;
        if (sample >= SAMPLE) {
            fast = sampledEvents > 0 && now - sampledNanos < sample * FAST_NANOS;
            sampledEvents = events;
            sampledNanos = now;
        }
        return fast && bytes < NEARLY_FULL ? GATHER_NANOS : 0;
    }
}
