package dev.paddock.http;

/**
 * Takes the events of a stream, one after the other.
 *
 * @param <X> what it may end the stream with
 */
@FunctionalInterface
public interface EventSink<X extends Exception> {
    /**
     * Called on the client's own thread, which other requests wait for: must not block.
     *
     * @param bytes hold the data of one event, UTF-8 as it came; only lent
     * @return whether more events are wanted
     */
    boolean event(byte[] bytes, int from, int length) throws X;
}
