package dev.paddock.llama.api;

import dev.paddock.engine.Endpoint;

import java.io.IOException;
import java.time.Duration;

/** One short question to the engine. */
final class ShortGet {
    static final int OK = 200;

    private static final int MOST_BYTES = 4 << 20;
    private static final byte[] NO_BODY = {};

    private ShortGet() {}

    /** What came back. */
    record Reply(int status, byte[] body) {}

    /**
     * @throws java.net.ConnectException when nothing listens
     * @throws IOException when the answer is late, broken, or no HTTP
     */
    static Reply get(Endpoint endpoint, String path, Duration limit) throws IOException {
        try (var connection = new HttpConnection()) {
            connection.limit(limit);
            connection.send(endpoint, path, NO_BODY);
            int status = connection.status();
            return new Reply(status, connection.rest(MOST_BYTES));
        }
    }
}
