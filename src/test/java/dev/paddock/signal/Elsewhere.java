package dev.paddock.signal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Another thread, for listeners that show that nothing is locked while they are called. */
public final class Elsewhere {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** A job that changes what is listened to would go on without an end. */
    private static final int MOST = 20;

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    /** To be called in a listener: {@code job} can only end when the caller holds no lock of it. */
    public void run(Runnable job) {
        if (begun.incrementAndGet() > MOST) {
            return;
        }
        var thread = Thread.ofPlatform().daemon().start(job);
        try {
            if (thread.join(LIMIT)) {
                ended.incrementAndGet();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public void assertEnded(int times) {
        assertTrue(ended.get() >= times, "ended " + ended + " times, not " + times);
    }
}
