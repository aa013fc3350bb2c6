package dev.paddock.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class TickerTest {
    private final LinkedBlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    private final Ticker ticker =
            Ticker.on(
                    task -> {
                        var thread = Thread.ofVirtual().unstarted(task);
                        threads.add(thread);
                        return thread;
                    });

    @Test
    void goesOnUntilStopped() throws Exception {
        var ticks = new CountDownLatch(3);
        var running =
                ticker.start(
                        () -> {
                            ticks.countDown();
                            return Duration.ofMillis(1);
                        });
        assertTrue(ticks.await(5, TimeUnit.SECONDS));
        running.close();
        running.close();
        assertTrue(threads.remove().join(Duration.ofSeconds(5)));
    }

    @Test
    void doesNotWaitOutThePauseWhenStopped() throws Exception {
        var ticked = new CountDownLatch(1);
        var running =
                ticker.start(
                        () -> {
                            ticked.countDown();
                            return Duration.ofHours(1);
                        });
        assertTrue(ticked.await(5, TimeUnit.SECONDS));
        running.close();
        assertTrue(threads.remove().join(Duration.ofSeconds(5)));
    }

    @Test
    void toldToHurryItGoesOnAfterASecond() throws Exception {
        var ticks = new LinkedBlockingQueue<Long>();
        try (var running =
                ticker.start(
                        () -> {
                            ticks.add(System.nanoTime());
                            return Duration.ofHours(1);
                        })) {
            long first = ticks.poll(5, TimeUnit.SECONDS);
            running.soon();
            running.soon();
            long second = ticks.poll(30, TimeUnit.SECONDS);
            assertTrue(second - first >= Ticker.LEAST_PAUSE.toNanos(), "not at once");
        }
    }

    @Test
    void aFailureIsReportedAndDoesNotEndIt() throws Exception {
        var failures = new LinkedBlockingQueue<String>();
        var ticks = new CountDownLatch(2);
        var reporting =
                Ticker.on(
                        Thread.ofVirtual()
                                .uncaughtExceptionHandler((_, e) -> failures.add(e.getMessage()))
                                .factory());
        var running =
                reporting.start(
                        () -> {
                            ticks.countDown();
                            throw new IllegalStateException("broken");
                        });
        assertTrue(ticks.await(5, TimeUnit.SECONDS));
        running.close();
        assertEquals("broken", failures.poll(5, TimeUnit.SECONDS));
    }
}
