package dev.paddock.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The writable side of an {@link Observable}. Owners keep it private and hand out the read-only
 * view. Values reach every listener in the order they were set, also with several writers: delivery
 * happens under one lock, so a listener must not wait for another thread that sets this signal.
 */
public final class Signal<T> implements Observable<T> {
    private final Object delivery = new Object();
    private final List<Consumer<? super T>> listeners = new ArrayList<>();
    private volatile T value;

    public Signal(T initial) {
        this.value = initial;
    }

    @Override
    public T value() {
        return value;
    }

    public void set(T next) {
        synchronized (delivery) {
            value = next;
            for (var listener : List.copyOf(listeners)) {
                listener.accept(next);
            }
        }
    }

    @Override
    public Subscription subscribe(Consumer<? super T> listener) {
        Consumer<T> own = listener::accept;
        synchronized (delivery) {
            listeners.add(own);
            own.accept(value);
        }
        return () -> {
            synchronized (delivery) {
                listeners.remove(own);
            }
        };
    }
}
