package dev.paddock.chat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Port: the kept conversations. Every method may block on the disk and must not be called on the FX
 * thread; every change is committed when the method returns. All methods are safe from any thread.
 *
 * <p>Methods throw {@link HistoryException} when the store cannot be read or written.
 */
public interface History extends AutoCloseable {
    /** Newest first, deleted ones left out. */
    List<Conversation> conversations();

    /**
     * Looks for conversations and messages, the newest first, until it has found enough or is not
     * wanted any more. It tells what it has at the end and, where that takes longer than a person
     * waits, meanwhile. Other calls come in between.
     */
    void search(SearchQuery query, SearchProgress progress);

    /** Its messages on the chosen branch, and the shape of the rest; empty for an unknown one. */
    ConversationTree tree(ConversationId conversation);

    /** All its messages, each after its parent, with the beginnings of their texts. */
    List<MessageOutline> outline(ConversationId conversation);

    /** With the messages of every branch; empty for an unknown or deleted one. */
    Optional<WholeConversation> whole(ConversationId conversation);

    /** Adds a conversation that is not there, in one transaction. */
    void put(WholeConversation conversation);

    /** Adds it, or replaces title, prompt, sampling and times of the one with its id. */
    void save(Conversation conversation);

    /**
     * Adds messages, each after its parent, the last of which becomes the chosen leaf, and saves
     * the conversation, all in one transaction.
     */
    void add(Conversation conversation, List<Message> messages);

    /** Replaces what changes in a message while it is received, or when it has ended. */
    void save(Message message);

    /**
     * Adds what a STREAMING answer received since it was last saved or appended to; costs as much
     * as the addition, however long the answer is. The end must {@link #save(Message)} it whole.
     *
     * @param figures of all that was received, in place of earlier ones
     */
    void append(
            MessageId answer, String reasoning, String content, Optional<AnswerStatistics> figures);

    /** Makes a message of the conversation the end of the branch that is shown. */
    void chooseLeaf(ConversationId conversation, MessageId leaf);

    /** Hides messages; {@link #restore(ConversationId, Removal)} brings them back until purged. */
    void remove(ConversationId conversation, Removal removal);

    /**
     * Takes {@link #remove} back: each message comes back to its place, or, where the one before it
     * was removed meanwhile, to the next one above that is left.
     */
    void restore(ConversationId conversation, Removal removal);

    /** Hides it; {@link #restore(ConversationId)} brings it back until it is purged. */
    void delete(ConversationId conversation);

    void restore(ConversationId conversation);

    /**
     * Erases deleted conversations and removed messages for good, also from the file's free pages.
     */
    void purgeDeleted();

    /** Marks answers that were being received when the app ended as INTERRUPTED. */
    void closeInterrupted();

    /**
     * Makes sure that what is kept is where it belongs, as each change does.
     *
     * @throws HistoryException when it was taken away and cannot be written anew
     */
    void keepInPlace();

    /**
     * Keeps a copy of all of it as that of {@code day}, unless there is one or nothing to keep; the
     * oldest ones go. Holds up nobody else.
     *
     * @return whether there is one of that day now
     */
    boolean backUp(LocalDate day);

    @Override
    void close();
}
