package dev.paddock.chat;

import dev.paddock.connection.ConnectionId;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.SamplingOptions;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What the conversations work with.
 *
 * @param connection whom they ask
 * @param options what is set for the answers of a conversation; asked for each answer
 * @param background runs what blocks: the disk and the streams, several at the same time
 */
public record ChatTools(
        History history,
        ChatBackend backend,
        ConnectionId connection,
        Function<Conversation, OptionChain> options,
        Clock clock,
        Executor background,
        DelayedExecutor later) {
    /** Where nothing is set but by the conversations. */
    public ChatTools(
            History history,
            ChatBackend backend,
            ConnectionId connection,
            Clock clock,
            Executor background,
            DelayedExecutor later) {
        this(history, backend, connection, ChatTools::own, clock, background, later);
    }

    private static OptionChain own(Conversation conversation) {
        return OptionChain.EMPTY.with(Origin.CONVERSATION, conversation.options());
    }

    /** What an answer of this conversation follows. */
    Options inForce(Conversation conversation) {
        return options.apply(conversation).inForce().in(SamplingOptions.CATALOGUE);
    }

    /** To the millisecond, as the history keeps it. */
    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
