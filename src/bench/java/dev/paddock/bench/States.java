package dev.paddock.bench;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.Supervisor;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Waits for what a supervisor comes to. */
final class States {
    private States() {}

    /**
     * @throws TimeoutException when it has not come so far within {@code limit}
     * @throws ExecutionException when it failed instead
     */
    static void await(Supervisor supervisor, Predicate<EngineState> wanted, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        var reached = new CompletableFuture<EngineState>();
        try (var _ = supervisor.state().subscribe(state -> look(state, wanted, reached))) {
            reached.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void look(
            EngineState state,
            Predicate<EngineState> wanted,
            CompletableFuture<EngineState> reached) {
        if (wanted.test(state)) {
            reached.complete(state);
        } else if (state instanceof EngineState.Failed(var failure)) {
            reached.completeExceptionally(new IllegalStateException(failure.toString()));
        }
    }
}
