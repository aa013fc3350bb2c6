package dev.paddock.chat;

import java.util.List;
import java.util.Optional;

/**
 * What goes when a message is deleted, and what brings it back.
 *
 * @param messages that go, the uppermost first
 * @param next those that followed the one that goes, and follow {@code before} then
 * @param before the message before the uppermost
 * @param leaf of the branch that is shown then; empty when no message is left
 * @param formerLeaf of the branch that was shown
 */
public record Removal(
        List<MessageId> messages,
        List<MessageId> next,
        Optional<MessageId> before,
        Optional<MessageId> leaf,
        Optional<MessageId> formerLeaf) {
    public Removal {
        messages = List.copyOf(messages);
        next = List.copyOf(next);
    }

    /** What brings them back and shows the branch that is shown now. */
    Removal showing(ConversationTree now) {
        return new Removal(messages, next, before, leaf, now.leaf());
    }
}
