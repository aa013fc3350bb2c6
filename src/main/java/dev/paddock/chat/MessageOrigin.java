package dev.paddock.chat;

import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ServerInfo;
import dev.paddock.option.Options;

import java.util.Optional;

/**
 * Who wrote an answer, and how it was asked to. A person's messages have {@link #NONE}.
 *
 * @param connection the id of the connection it came over
 * @param model the name of the model
 * @param engineBuild the engine's own name for its version
 * @param options those in force
 */
public record MessageOrigin(
        Optional<String> connection,
        Optional<String> model,
        Optional<String> engineBuild,
        Optional<Options> options) {
    public static final MessageOrigin NONE =
            new MessageOrigin(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static MessageOrigin model(String model) {
        return new MessageOrigin(
                Optional.empty(), Optional.of(model), Optional.empty(), Optional.empty());
    }

    static MessageOrigin of(ConnectionId connection, ServerInfo server, Options inForce) {
        return new MessageOrigin(
                Optional.of(connection.value()),
                Optional.of(server.model()),
                Optional.of(server.build()),
                Optional.of(inForce));
    }
}
