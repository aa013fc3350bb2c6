package dev.paddock.signal;

import java.util.function.Consumer;

/** A value that can be read from any thread and watched. */
public interface Observable<T> {
    /** The current value; never blocks. */
    T value();

    /**
     * Calls {@code listener} at once with the current value, then with every later value in order.
     * Later calls come on the writer's thread: listeners must be quick and must not throw.
     */
    Subscription subscribe(Consumer<? super T> listener);
}
