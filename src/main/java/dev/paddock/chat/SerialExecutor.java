package dev.paddock.chat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs tasks one after the other, in the order they came, on another executor. */
final class SerialExecutor {
    private final Executor executor;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    SerialExecutor(Executor executor) {
        this.executor = executor;
    }

    synchronized <T> CompletableFuture<T> submit(Supplier<T> task) {
        var result = last.handleAsync((done, failure) -> task.get(), executor);
        last = result;
        return result;
    }

    CompletableFuture<Void> run(Runnable task) {
        return submit(
                () -> {
                    task.run();
                    return null;
                });
    }
}
