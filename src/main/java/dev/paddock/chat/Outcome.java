package dev.paddock.chat;

import dev.paddock.chat.ChatEvent.FinishReason;

import java.util.Optional;

/**
 * How a message ended.
 *
 * @param reason why the engine ended it, where it did
 * @param failure why it is FAILED or INTERRUPTED, where that is known
 */
public record Outcome(
        MessageStatus status,
        Optional<FinishReason> reason,
        Optional<AnswerStatistics> statistics,
        Optional<ChatFailure> failure) {
    static final Outcome COMPLETE = of(MessageStatus.COMPLETE);
    static final Outcome STREAMING = of(MessageStatus.STREAMING);

    private static Outcome of(MessageStatus status) {
        return new Outcome(status, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
