package dev.paddock.ui.transcript;

import dev.paddock.chat.MessageId;

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

    /** Asks for the last answer again. */
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
