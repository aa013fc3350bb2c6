package dev.paddock.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * One turn. Messages form a tree: {@code parent} is the turn before it, so that an edited question
 * can stand beside the first.
 *
 * @param reasoning what the model thought before it answered; empty when nothing
 * @param model the model that wrote it, for answers
 * @param failure why it is FAILED or INTERRUPTED, where that is known
 */
public record Message(
        MessageId id,
        ConversationId conversation,
        Optional<MessageId> parent,
        Role role,
        String content,
        String reasoning,
        MessageStatus status,
        Optional<AnswerStatistics> statistics,
        Optional<String> model,
        Optional<ChatFailure> failure,
        Instant created) {
    public static Message question(
            ConversationId conversation, Optional<MessageId> parent, String text, Instant now) {
        return new Message(
                MessageId.random(),
                conversation,
                parent,
                Role.USER,
                text,
                "",
                MessageStatus.COMPLETE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    public static Message emptyAnswer(Message question, String model, Instant now) {
        return new Message(
                MessageId.random(),
                question.conversation(),
                Optional.of(question.id()),
                Role.ASSISTANT,
                "",
                "",
                MessageStatus.STREAMING,
                Optional.empty(),
                Optional.of(model),
                Optional.empty(),
                now);
    }

    /** The same message with what has been received of it so far. */
    public Message received(String newContent, String newReasoning) {
        return new Message(
                id,
                conversation,
                parent,
                role,
                newContent,
                newReasoning,
                status,
                statistics,
                model,
                failure,
                created);
    }

    /** The same message, INTERRUPTED if nobody will go on receiving it. */
    Message closed() {
        return status == MessageStatus.STREAMING
                ? ended(MessageStatus.INTERRUPTED, Optional.empty(), Optional.empty())
                : this;
    }

    /** The same message, ended. */
    public Message ended(
            MessageStatus how, Optional<AnswerStatistics> figures, Optional<ChatFailure> why) {
        return new Message(
                id,
                conversation,
                parent,
                role,
                content,
                reasoning,
                how,
                figures,
                model,
                why,
                created);
    }
}
