package dev.paddock.chat;

import dev.paddock.option.Options;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question about to be asked; nothing has been changed for it yet.
 *
 * @param tree with the question
 * @param added the messages that are new
 */
record Question(
        Conversation conversation, ConversationTree tree, List<Message> added, Message asked) {
    /** The next question; the first one names the conversation. */
    static Question next(SessionState state, String text, Instant now) {
        var leaf = state.tree().leaf();
        var conversation = state.conversation().touched(now);
        if (leaf.isEmpty() && !conversation.titleChosen()) {
            conversation = conversation.titled(AutoTitle.of(text, conversation.title()), false);
        }
        var asked = Message.question(leaf, text, now);
        var added = List.of(asked);
        return new Question(conversation, state.tree().with(added), added, asked);
    }

    /**
     * Another version of a question of the branch; the same one once more where nothing differs.
     */
    static Question edited(SessionState state, MessageId question, String text, Instant now) {
        var old = state.tree().upTo(question).getLast();
        if (text.equals(old.content())) {
            return again(state, question, now);
        }
        var asked = old.edited(text, now);
        var added = List.of(asked);
        var conversation = state.conversation().touched(now);
        return new Question(conversation, state.tree().with(added), added, asked);
    }

    /** The last answer, which is to go on. */
    static Question continued(SessionState state, MessageId answer, Instant now) {
        var asked = state.messages().getLast();
        if (!asked.id().equals(answer) || !asked.canContinue()) {
            throw new IllegalArgumentException("It cannot go on: " + answer);
        }
        return new Question(state.conversation().touched(now), state.tree(), List.of(), asked);
    }

    /** A question of the branch once more. */
    static Question again(SessionState state, MessageId question, Instant now) {
        var asked = state.tree().upTo(question).getLast();
        return new Question(state.conversation().touched(now), state.tree(), List.of(), asked);
    }

    /**
     * The question that {@code answer} belongs to; a turn with tools is several messages long.
     *
     * @throws IllegalArgumentException when no such answer is on the branch
     */
    static MessageId before(MessageId answer, ConversationTree tree) {
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

    /** What a server is asked. */
    ChatRequest request(Options options) {
        return Requests.of(conversation, tree.upTo(asked.id()), options);
    }

    /** The turn with an answer that is still empty, or that goes on. */
    Turn answeredBy(MessageOrigin origin) {
        if (asked.role() == Role.ASSISTANT) {
            var more = asked.continued(origin);
            var live = new LiveAnswer(more, asked.statistics());
            return new Turn(conversation, tree.replaced(more), List.of(), more, live);
        }
        var answer = Message.emptyAnswer(asked, origin, conversation.updated());
        var all = new ArrayList<>(added);
        all.add(answer);
        var live = new LiveAnswer(answer, Optional.empty());
        return new Turn(conversation, tree.with(List.of(answer)), all, answer, live);
    }
}
