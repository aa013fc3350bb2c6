package dev.paddock.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * What the conversations work with.
 *
 * @param background runs what blocks: the disk and the streams, several at the same time
 */
public record ChatTools(
        History history, ChatBackend backend, Clock clock, Executor background, Later later) {
    /** To the millisecond, as the history keeps it. */
    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
