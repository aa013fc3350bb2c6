package dev.paddock.signal;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The writable side of an {@link Observable}. Owners keep it private and hand out the read-only
 * view. Every listener is called outside all locks of this class; one that sets the signal itself
 * is called again, with the newest value, after it has returned.
 */
public final class Signal<T> implements Observable<T> {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Version<T> current;

    private record Version<T>(T value, long number) {}

    public Signal(T initial) {
        current = new Version<>(initial, 1);
    }

    @Override
    public T value() {
        return current.value();
    }

    /** Sets and tells. Not for owners that hold a lock: those {@link #put}, then {@link #tell}. */
    public void set(T next) {
        put(next);
        tell();
    }

    /**
     * Sets the result of {@code change} and tells; no other value can come between. Nothing is told
     * when the result is the very value that was there.
     *
     * @param change is called under this signal's lock: it must be quick and touch no other
     */
    public void update(UnaryOperator<T> change) {
        synchronized (this) {
            var next = change.apply(value());
            if (next == value()) {
                return;
            }
            put(next);
        }
        tell();
    }

    /** Sets without telling anybody; to be followed by {@link #tell} once the locks are left. */
    public synchronized void put(T next) {
        current = new Version<>(next, current.number() + 1);
    }

    /** Brings every listener to the newest value, unless it has it already. */
    public void tell() {
        listeners.forEach(Listener::catchUp);
    }

    @Override
    public Subscription subscribe(Consumer<? super T> listener) {
        var own = new Listener(new SafeListener<>(listener));
        listeners.add(own);
        own.catchUp();
        return own;
    }

    /** How many listen; for tests of who has let go. */
    public int listenerCount() {
        return listeners.size();
    }

    private final class Listener implements Subscription {
        private final SafeListener<T> call;

        /** Guarded by this, as the two below: the number of the newest version it was given. */
        private long seen;

        private boolean called;
        private boolean closed;

        Listener(SafeListener<T> call) {
            this.call = call;
        }

        /** Only one caller at a time calls it; the others leave what they bring to that one. */
        void catchUp() {
            synchronized (this) {
                if (called) {
                    return;
                }
                called = true;
            }
            for (var next = unseen(); next != null; next = unseen()) {
                call.accept(next.value());
            }
        }

        /** Ends the turn of the caller when there is nothing newer. */
        private synchronized @Nullable Version<T> unseen() {
            var newest = current;
            if (closed || newest.number() == seen) {
                called = false;
                return null;
            }
            seen = newest.number();
            return newest;
        }

        /** A call that is under way on another thread goes on to its end. */
        @Override
        public synchronized void close() {
            closed = true;
            listeners.remove(this);
        }
    }
}
