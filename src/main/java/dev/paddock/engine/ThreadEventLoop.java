package dev.paddock.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A platform thread that lives until {@link #close}. Engines are spawned on it, and on Linux they
 * die with it.
 */
final class ThreadEventLoop implements EventLoop {
    private final ScheduledThreadPoolExecutor thread;

    ThreadEventLoop(String name) {
        thread =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform().daemon().name(name).factory(),
                        new ThreadPoolExecutor.DiscardPolicy());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void execute(Runnable job) {
        thread.execute(job);
    }

    @Override
    public void after(Duration delay, Runnable job) {
        thread.schedule(job, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
