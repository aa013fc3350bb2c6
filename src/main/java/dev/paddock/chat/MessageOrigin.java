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
 * @param edited whether a person has changed what it wrote
 */
public record MessageOrigin(
        Optional<String> connection,
        Optional<String> model,
        Optional<String> engineBuild,
        Optional<Options> options,
        boolean edited) {
    private static final String THEN = " → ";

    public static final MessageOrigin NONE =
            new MessageOrigin(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** As it was written. */
    public MessageOrigin(
            Optional<String> connection,
            Optional<String> model,
            Optional<String> engineBuild,
            Optional<Options> options) {
        this(connection, model, engineBuild, options, false);
    }

    public static MessageOrigin model(String model) {
        return new MessageOrigin(
                Optional.empty(), Optional.of(model), Optional.empty(), Optional.empty());
    }

    MessageOrigin changedByPerson() {
        return new MessageOrigin(connection, model, engineBuild, options, true);
    }

    /** Of an answer that began as this one and that {@code other} goes on with. */
    MessageOrigin continuedBy(MessageOrigin other) {
        var models =
                model.equals(other.model)
                        ? model
                        : model.flatMap(mine -> other.model.map(next -> mine + THEN + next))
                                .or(other::model);
        return new MessageOrigin(
                other.connection, models, other.engineBuild, other.options, edited);
    }

    static MessageOrigin of(ConnectionId connection, ServerInfo server, Options inForce) {
        return new MessageOrigin(
                Optional.of(connection.value()),
                Optional.of(server.model()),
                Optional.of(server.build()),
                Optional.of(inForce));
    }
}
