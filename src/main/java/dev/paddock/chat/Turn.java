package dev.paddock.chat;

import java.util.List;

/**
 * A question and the answer it gets.
 *
 * @param tree with the new messages
 * @param added the new messages, the still empty answer last
 */
record Turn(
        Conversation conversation, ConversationTree tree, List<Message> added, LiveAnswer live) {
    Message answer() {
        return added.getLast();
    }
}
