package dev.paddock.connection;

import dev.paddock.engine.ApiKey;

import java.net.URI;
import java.util.Optional;

/**
 * A server that can be asked now. All of it was true at one moment: whoever keeps it speaks to that
 * server or to none, because each run of the local engine has a key of its own.
 */
public record ReadyServer(Connection connection, ServerInfo info, Optional<ApiKey> key) {
    /** {@code path} begins with a slash. */
    public URI uri(String path) {
        return URI.create(connection.address().base() + path);
    }
}
