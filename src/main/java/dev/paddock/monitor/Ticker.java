package dev.paddock.monitor;

import dev.paddock.signal.Subscription;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does something again and again until told to stop. */
@FunctionalInterface
interface Ticker {
    Duration AFTER_FAILURE = Duration.ofSeconds(1);

    /** Between the ends of two runs at the least, however often {@link Ticking#soon} is called. */
    Duration LEAST_PAUSE = Duration.ofSeconds(1);

    /** What was started, until it is closed. */
    interface Ticking extends Subscription {
        /** Does not wait out the pause. */
        void soon();
    }

    /** Runs {@code task} at once, and again after each pause that it asks for. */
    Ticking start(Supplier<Duration> task);

    /** One thread for each start. Stopping does not interrupt a task, it is the last one then. */
    static Ticker on(ThreadFactory threads) {
        return task -> {
            var loop = new Loop(task);
            threads.newThread(loop).start();
            return loop;
        };
    }

    /** One start. */
    final class Loop implements Runnable, Ticking {
        private final Supplier<Duration> task;
        private final Semaphore news = new Semaphore(0);
        private volatile boolean stopped;

        private Loop(Supplier<Duration> task) {
            this.task = task;
        }

        @Override
        public void soon() {
            news.release();
        }

        @Override
        public void close() {
            stopped = true;
            news.release();
        }

        @Override
        public void run() {
            try {
                while (!stopped) {
                    news.drainPermits();
                    rest(runGuarded());
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private void rest(Duration pause) throws InterruptedException {
            long end = System.nanoTime() + LEAST_PAUSE.toNanos();
            if (!news.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
            long left = end - System.nanoTime();
            while (!stopped && left > 0 && left < pause.toNanos()) {
                // Told to stop meanwhile, it does not wait for the rest of it either.
                news.drainPermits();
                if (!stopped) {
                    news.tryAcquire(left, TimeUnit.NANOSECONDS);
                }
                left = end - System.nanoTime();
            }
        }

        /** A failure is reported as an uncaught one, but does not end the ticking. */
        private Duration runGuarded() {
            try {
                return task.get();
            } catch (RuntimeException failed) {
                var thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, failed);
                return AFTER_FAILURE;
            }
        }
    }
}
