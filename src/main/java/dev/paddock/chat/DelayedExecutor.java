package dev.paddock.chat;

import dev.paddock.signal.Subscription;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs a task after a while. */
@FunctionalInterface
public interface DelayedExecutor {
    /** To close what this returns takes the task back and lets go of it, unless it has begun. */
    Subscription schedule(Duration delay, Runnable task);

    /** As {@link #schedule}, for what nobody takes back. */
    default void after(Duration delay, Runnable task) {
        Subscription kept = schedule(delay, task);
    }

    /** Runs the tasks on {@code executor}. */
    static DelayedExecutor on(Executor executor) {
        return (delay, task) -> {
            // Once it is cancelled, nothing waits on its clock any more.
            var due =
                    new CompletableFuture<Boolean>()
                            .completeOnTimeout(true, delay.toMillis(), TimeUnit.MILLISECONDS);
            due.thenRunAsync(task, executor);
            return () -> due.cancel(false);
        };
    }
}
