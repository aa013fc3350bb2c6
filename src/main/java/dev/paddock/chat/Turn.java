package dev.paddock.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be asked.
 *
 * @param tree with the new messages
 * @param added the new messages, the still empty answer last
 */
record Turn(
        Conversation conversation, ConversationTree tree, List<Message> added, LiveAnswer live) {
    /** The next question; the first one names the conversation. */
    static Turn next(SessionState state, String text, String model, Instant now) {
        var leaf = state.tree().leaf();
        var conversation = state.conversation().touched(now);
        if (leaf.isEmpty() && !conversation.titleChosen()) {
            conversation = conversation.titled(AutoTitle.of(text, conversation.title()), false);
        }
        var question = Message.question(leaf, text, now);
        return of(conversation, state.tree(), List.of(question), question, model);
    }

    /** A question of the branch once more. */
    static Turn again(SessionState state, MessageId question, String model, Instant now) {
        var asked = state.tree().upTo(question).getLast();
        return of(state.conversation().touched(now), state.tree(), List.of(), asked, model);
    }

    /**
     * The question that {@code answer} belongs to; a turn with tools is several messages long.
     *
     * @throws IllegalArgumentException when no such answer is on the branch
     */
    static MessageId questionBefore(MessageId answer, ConversationTree tree) {
        var branch = tree.upTo(answer);
        if (branch.getLast().role() == Role.ASSISTANT) {
            for (var message : branch.reversed()) {
                if (message.role() == Role.USER) {
                    return message.id();
                }
            }
        }
        throw new IllegalArgumentException("Not an answer: " + answer);
    }

    Message answer() {
        return added.getLast();
    }

    private static Turn of(
            Conversation conversation,
            ConversationTree tree,
            List<Message> before,
            Message question,
            String model) {
        var origin = MessageOrigin.model(model).with(conversation.sampling());
        var answer = Message.emptyAnswer(question, origin, conversation.updated());
        var added = new ArrayList<>(before);
        added.add(answer);
        return new Turn(conversation, tree.with(added), added, new LiveAnswer(answer.id()));
    }
}
