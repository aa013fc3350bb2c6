package dev.paddock.chat;

import dev.paddock.connection.ConnectionId;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * What the conversations work with.
 *
 * @param connection whom they ask
 * @param background runs what blocks: the disk and the streams, several at the same time
 */
public record ChatTools(
        History history,
        ChatBackend backend,
        ConnectionId connection,
        Clock clock,
        Executor background,
        DelayedExecutor later) {
    /** To the millisecond, as the history keeps it. */
    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
