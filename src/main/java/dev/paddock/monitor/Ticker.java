package dev.paddock.monitor;

import dev.paddock.signal.Subscription;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Does something again and again until told to stop. */
@FunctionalInterface
interface Ticker {
    /** Runs {@code task} at once and then {@code pause} after each of its ends. */
    Subscription start(Duration pause, Runnable task);

    /** One thread for each start. Stopping does not interrupt a task, it is the last one then. */
    static Ticker on(ThreadFactory threads) {
        return (pause, task) -> {
            var stopped = new CountDownLatch(1);
            threads.newThread(() -> loop(stopped, pause, task)).start();
            return stopped::countDown;
        };
    }

    private static void loop(CountDownLatch stopped, Duration pause, Runnable task) {
        try {
            do {
                runGuarded(task);
            } while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure is reported as an uncaught one, but does not end the ticking. */
    private static void runGuarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failed);
        }
    }
}
