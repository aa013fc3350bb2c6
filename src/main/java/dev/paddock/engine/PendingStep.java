package dev.paddock.engine;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one thing a supervisor without a process waits for: a newer one, or {@link #cancel}, makes it
 * void. Lives on the supervisor's thread.
 */
final class PendingStep {
    private final EngineContext context;
    private Object newest = new Object();

    PendingStep(EngineContext context) {
        this.context = context;
    }

    void cancel() {
        newest = new Object();
    }

    void after(Duration delay, Runnable step) {
        var mine = renew();
        context.loop().after(delay, () -> ifNewest(mine, step));
    }

    /**
     * Asks away from this thread; {@code then} gets the answer on it.
     *
     * @param otherwise what counts as the answer when none has come within {@code limit}
     */
    <T> void ask(Supplier<T> question, T otherwise, Duration limit, Consumer<T> then) {
        var mine = renew();
        context.workers()
                .execute(
                        () -> {
                            T answer = question.get();
                            context.loop().execute(() -> ifNewest(mine, () -> then.accept(answer)));
                        });
        context.loop().after(limit, () -> ifNewest(mine, () -> then.accept(otherwise)));
    }

    private Object renew() {
        cancel();
        return newest;
    }

    private void ifNewest(Object mine, Runnable step) {
        if (newest == mine) {
            cancel();
            step.run();
        }
    }
}
