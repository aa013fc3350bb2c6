package dev.paddock.chat;

import dev.paddock.option.Options;

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
    static Turn next(SessionState state, String text, String model, ChatTools tools) {
        var leaf = state.tree().leaf();
        var conversation = state.conversation().touched(tools.now());
        if (leaf.isEmpty() && !conversation.titleChosen()) {
            conversation = conversation.titled(AutoTitle.of(text, conversation.title()), false);
        }
        var question = Message.question(leaf, text, conversation.updated());
        return of(
                conversation,
                state.tree(),
                List.of(question),
                question,
                origin(conversation, model, tools));
    }

    /** A question of the branch once more. */
    static Turn again(SessionState state, MessageId question, String model, ChatTools tools) {
        var asked = state.tree().upTo(question).getLast();
        var conversation = state.conversation().touched(tools.now());
        return of(conversation, state.tree(), List.of(), asked, origin(conversation, model, tools));
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

    private static MessageOrigin origin(Conversation conversation, String model, ChatTools tools) {
        return MessageOrigin.model(model).with(tools.inForce(conversation));
    }

    /** What the answer follows. */
    Options options() {
        return answer().origin().options().orElse(Options.EMPTY);
    }

    Message answer() {
        return added.getLast();
    }

    private static Turn of(
            Conversation conversation,
            ConversationTree tree,
            List<Message> before,
            Message question,
            MessageOrigin origin) {
        var answer = Message.emptyAnswer(question, origin, conversation.updated());
        var added = new ArrayList<>(before);
        added.add(answer);
        return new Turn(conversation, tree.with(added), added, new LiveAnswer(answer.id()));
    }
}
