package dev.paddock.signal;

/** Undoes one subscription; closing twice does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
