package dev.paddock.monitor;

import dev.paddock.signal.Subscription;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does something again and again until told to stop. */
@FunctionalInterface
interface Ticker {
    Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** Runs {@code task} at once, and again after each pause that it asks for. */
    Subscription start(Supplier<Duration> task);

    /** One thread for each start. Stopping does not interrupt a task, it is the last one then. */
    static Ticker on(ThreadFactory threads) {
        return task -> {
            var stopped = new CountDownLatch(1);
            threads.newThread(() -> loop(stopped, task)).start();
            return stopped::countDown;
        };
    }

    private static void loop(CountDownLatch stopped, Supplier<Duration> task) {
        try {
            Duration pause;
            do {
                pause = runGuarded(task);
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure is reported as an uncaught one, but does not end the ticking. */
    private static Duration runGuarded(Supplier<Duration> task) {
        try {
            return task.get();
        } catch (RuntimeException failed) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failed);
            return AFTER_FAILURE;
        }
    }
}
