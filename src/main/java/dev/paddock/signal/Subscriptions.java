package dev.paddock.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * What one view or service has subscribed to, let go of together. Whoever makes something with a
 * bag of its own adds that one to its own bag, so that closing the window reaches everything. Safe
 * from any thread.
 */
public final class Subscriptions implements Subscription {
    private final List<Subscription> held = new ArrayList<>();
    private boolean closed;

    /** Closes {@code one} with the others; at once when they are closed already. */
    public void add(Subscription one) {
        synchronized (this) {
            if (!closed) {
                held.add(one);
                return;
            }
        }
        one.close();
    }

    /** Newest first. */
    @Override
    public void close() {
        List<Subscription> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(held).reversed();
            held.clear();
        }
        open.forEach(Subscription::close);
    }
}
