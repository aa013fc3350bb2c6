package dev.paddock.chat;

import java.util.List;

/**
 * A question and the answer it gets, or an answer that goes on.
 *
 * @param tree with the new messages
 * @param added the new messages, the still empty answer last; none where {@code answer} goes on
 * @param answer that is awaited
 */
record Turn(
        Conversation conversation,
        ConversationTree tree,
        List<Message> added,
        Message answer,
        LiveAnswer live) {
    /** Blocks on the disk. */
    void keepIn(History history) {
        if (added.isEmpty()) {
            history.save(conversation);
            history.save(answer);
        } else {
            history.add(conversation, added);
        }
    }
}
