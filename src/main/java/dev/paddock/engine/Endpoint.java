package dev.paddock.engine;

import java.net.URI;

/**
 * Where an engine of this app listens, and the key it asks for. Always the literal 127.0.0.1,
 * because {@code localhost} may resolve to {@code ::1}.
 */
public record Endpoint(int port, ApiKey key) {
    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** {@code path} begins with a slash. */
    public URI uri(String path) {
        return URI.create(base() + path);
    }
}
