package dev.paddock.ui.common;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscription;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A thread on which what a person sees is changed, one job after the other. */
public interface UiExecutor extends Executor {
    /** Whether the caller is on that thread. */
    boolean isCurrent();

    /** Runs {@code job} on that thread: at once when the caller is on it, else soon. */
    @Override
    void execute(Runnable job);

    /**
     * Watches {@code source}; {@code listener} is called on this thread, always with the newest
     * value there is: what a background thread set earlier is never shown later.
     *
     * @return to be closed by the view; on this thread, no call comes after that
     */
    default <T> Subscription watch(Observable<T> source, Consumer<? super T> listener) {
        var watch = new UiWatch<T>(this, source, listener);
        var subscription = source.subscribe(_ -> watch.changed());
        return () -> {
            subscription.close();
            watch.close();
        };
    }
}
