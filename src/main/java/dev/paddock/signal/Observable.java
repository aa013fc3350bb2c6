package dev.paddock.signal;

import java.util.function.Consumer;

/** A value that can be read from any thread and watched. */
public interface Observable<T> {
    /** The current value; never blocks. */
    T value();

    /**
     * Calls {@code listener} at once with the current value, then after changes, never with an
     * older value than before and never twice at the same time. The last value it is called with is
     * the newest; values in between may be skipped when writers are quicker than it or set from
     * within a listener. Later calls come on a writer's thread, so listeners must be quick. What a
     * listener throws reaches the thread's uncaught-exception handler, once, and nobody else.
     *
     * @return must be closed by whoever subscribes and lives shorter than this
     */
    Subscription subscribe(Consumer<? super T> listener);
}
