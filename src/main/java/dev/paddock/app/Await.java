package dev.paddock.app;

import dev.paddock.signal.Observable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Waits for a state, with a limit. */
final class Await {
    private Await() {}

    /**
     * The first value from now on that {@code wanted} accepts.
     *
     * @throws SelfTestException saying {@code late} when none comes within {@code limit}
     */
    static <T> T value(Observable<T> source, Predicate<T> wanted, Duration limit, String late)
            throws SelfTestException, InterruptedException {
        var found = new CompletableFuture<T>();
        try (var _ =
                source.subscribe(
                        value -> {
                            if (wanted.test(value)) {
                                found.complete(value);
                            }
                        })) {
            return found.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLong) {
            throw new SelfTestException(late);
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }
}
