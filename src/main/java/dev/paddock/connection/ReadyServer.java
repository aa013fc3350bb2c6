package dev.paddock.connection;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.EngineState.RunningEngine;

import java.net.URI;
import java.util.Optional;

/**
 * A server that can be asked now. All of it was true at one moment: whoever keeps it speaks to that
 * server or to none, because each run of the local engine has a key of its own.
 */
public record ReadyServer(Connection connection, ServerInfo info, Optional<ApiKey> key) {
    /**
     * The engine of this app. Its key is of this run alone and kept nowhere: nothing refers to it.
     */
    public static ReadyServer local(RunningEngine running) {
        var endpoint = running.endpoint();
        var program = String.valueOf(running.plan().engine().getFileName());
        var address = new Address(endpoint.base(), Optional.empty());
        return new ReadyServer(
                new Connection(ConnectionId.LOCAL, program, address),
                ServerInfo.of(running),
                Optional.of(endpoint.key()));
    }

    /** {@code path} begins with a slash. */
    public URI uri(String path) {
        return URI.create(connection.address().base() + path);
    }
}
