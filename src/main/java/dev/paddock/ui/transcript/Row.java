package dev.paddock.ui.transcript;

import dev.paddock.chat.AnswerWait;
import dev.paddock.chat.ConversationTree.Fork;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.Outcome;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Piece;

import java.time.Instant;
import java.util.Optional;

/** One row of the transcript: at most a screenful, so that only what is in sight costs anything. */
public sealed interface Row {
    /** The message it belongs to. */
    MessageId message();

    /** What the person wrote, or a piece of it. */
    record Question(MessageId message, String text, Piece piece) implements Row {}

    /** The line that unfolds the model's reasoning. */
    record Thoughts(MessageId message, boolean open, boolean thinking) implements Row {}

    /** A block of an answer, or of the reasoning before it. */
    record Answer(MessageId message, Block block) implements Row {}

    /** A message while a person changes it. */
    record Editor(MessageId message, MessageDraft draft) implements Row {}

    /** Nothing has come yet. */
    record Waiting(MessageId message, AnswerWait until) implements Row {}

    /**
     * Why an answer is not whole.
     *
     * @param retry whether it can be asked for again
     * @param resume whether it can go on
     */
    record Notice(MessageId message, Outcome outcome, boolean retry, boolean resume)
            implements Row {}

    /**
     * The end of an answer: its figures and what can be done with it.
     *
     * @param asked when
     * @param open whether all of it is in sight
     * @param last whether it is the newest answer
     * @param edited whether a person has changed it
     */
    record Footer(
            MessageId message,
            Optional<String> model,
            Outcome outcome,
            Instant asked,
            boolean open,
            boolean last,
            boolean edited)
            implements Row {}

    /**
     * Leads to the other versions of a message.
     *
     * @param own whether a person wrote it
     */
    record Versions(MessageId message, Fork fork, boolean own) implements Row {}
}
