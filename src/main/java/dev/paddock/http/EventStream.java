package dev.paddock.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Server-sent events in answer to one request. */
public final class EventStream {
    /** Bytes of one event: its data so far, and the line at hand. */
    public static final int LONGEST_EVENT = 8 << 20;

    private static final int OK = 200;
    private static final int MOST_REFUSAL = 64 * 1024;

    private final Http http;
    private final Request request;
    private boolean cancelled;
    private Optional<Exchange> running = Optional.empty();

    EventStream(Http http, Request request) {
        this.http = http;
        this.request = request;
    }

    /**
     * Sends the request and passes on its events, until the sink wants no more, the server ends or
     * {@link #cancel} was called. Blocks without a limit: a server may keep a request waiting for
     * its turn before the first byte of an answer.
     *
     * @throws StatusException when the status is not 200
     * @throws java.net.ConnectException when nothing listens
     * @throws ConnectTimeoutException when the connection was neither taken nor refused in time
     * @throws EventTooLongException when an event is too long
     * @throws IOException when the connection breaks
     * @throws X as the sink threw it
     */
    public <X extends Exception> void run(EventSink<X> sink) throws IOException, X {
        Exchange exchange;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            exchange = http.start(request.builder().build(), answer -> body(answer, sink));
            running = Optional.of(exchange);
        }
        try {
            var reply = exchange.<X>await();
            if (!reply.ok()) {
                throw new StatusException(reply);
            }
        } catch (CancellationException unwanted) {
            // Whoever cancelled knows.
        }
    }

    /** Closes the connection at once, from any thread: only that makes a server stop. */
    public void cancel() {
        Optional<Exchange> exchange;
        synchronized (this) {
            cancelled = true;
            exchange = running;
        }
        exchange.ifPresent(Exchange::cancel);
    }

    private static <X extends Exception> BodySubscriber<byte[]> body(
            ResponseInfo answer, EventSink<X> sink) {
        return answer.statusCode() == OK
                ? new EventSubscriber<>(sink)
                : new BoundedBody(MOST_REFUSAL);
    }
}
