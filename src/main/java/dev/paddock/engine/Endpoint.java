package dev.paddock.engine;

import java.net.URI;

/**
 * Where the engine listens, and the key it asks for. Always the literal 127.0.0.1, because {@code
 * localhost} may resolve to {@code ::1}.
 */
public record Endpoint(int port, String apiKey) {
    public URI base() {
        return uri("");
    }

    /** {@code path} begins with a slash. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Leaves the key out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "http://127.0.0.1:" + port;
    }
}
