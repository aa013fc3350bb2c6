package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;

import javafx.beans.property.ReadOnlyBooleanProperty;

/** What rows let a person do. */
public interface RowActions {
    /** Opens an address as it is written in an answer. */
    void open(String address);

    /** Copies the code that begins in {@code row}. */
    void copyCode(int row);

    /** Saves the code that begins in {@code row} in a file that a person names. */
    void saveCode(int row);

    /** Copies a message as it was written. */
    void copyMessage(MessageId message);

    /** Puts a question into the composer, to be sent again as it is or changed. */
    void compose(MessageId message);

    /** Whether an answer is on its way: until its end no message can be changed. */
    ReadOnlyBooleanProperty busy();

    /** Lets a person change a message in its place. */
    void edit(MessageId message);

    /**
     * Keeps what a person made of a message beside it.
     *
     * @param ask whether it is to be answered
     */
    void save(MessageDraft draft, boolean ask);

    /** Shows the message again, and keeps what was made of it for the next time. */
    void closeEditor(MessageDraft draft);

    /** Has the last answer go on where it broke off. */
    void continueAnswer(MessageId message);

    /** Copies the conversation up to this message into a new one. */
    void branch(MessageId message);

    /** Shows all messages of the conversation, with all versions. */
    void showOutline();

    /**
     * Deletes a message.
     *
     * @param below whether all that follows it goes, too
     */
    void delete(MessageId message, boolean below);

    /** Asks a question that stands without an answer. */
    void ask(MessageId message);

    /** Asks for an answer again. */
    void retry(MessageId message);

    /**
     * Shows another answer to the same question.
     *
     * @param step 1 for the next newer one, -1 for the next older one
     */
    void sibling(MessageId message, int step);

    void toggleThoughts(MessageId message);

    /** Folds what begins in {@code row}, or unfolds it. */
    void toggleFold(int row);

    /** Shows all that is known of the end of an answer, or the short line alone. */
    void toggleDetails(MessageId message);
}
