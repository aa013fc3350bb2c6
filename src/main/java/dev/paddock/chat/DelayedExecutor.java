package dev.paddock.chat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs a task after a while. */
@FunctionalInterface
public interface DelayedExecutor {
    void after(Duration delay, Runnable task);

    /** Runs the tasks on {@code executor}. */
    static DelayedExecutor on(Executor executor) {
        return (delay, task) ->
                CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor)
                        .execute(task);
    }
}
