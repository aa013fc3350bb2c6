package dev.paddock.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** What {@link Http} and {@link EventStream} do, over a plain socket for each request. */
public final class SocketStream implements AutoCloseable {
    private static final int MOST_BYTES = 4 << 20;

    private final SocketConnection connection = new SocketConnection();

    public static Reply send(Request request, Duration limit) throws IOException {
        try (var connection = new SocketConnection()) {
            connection.limit(limit);
            connection.send(request);
            int status = connection.status();
            return new Reply(status, connection.rest(MOST_BYTES));
        }
    }

    public <X extends Exception> void run(Request request, EventSink<X> sink)
            throws IOException, X {
        connection.send(request);
        int status = connection.status();
        if (status != 200) {
            throw new StatusException(new Reply(status, connection.rest(MOST_BYTES)));
        }
        var reader = new SseReader<>(sink);
        var pacing = new SocketPacing();
        boolean more = true;
        while (more && connection.next()) {
            more =
                    reader.feed(
                            ByteBuffer.wrap(
                                    connection.bytes(), connection.from(), connection.length()));
            pacing.piece();
            if (connection.drained() && more) {
                pacing.gather();
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
