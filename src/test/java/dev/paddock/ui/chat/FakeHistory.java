package dev.paddock.ui.chat;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.ConversationTree;
import dev.paddock.chat.History;
import dev.paddock.chat.MemoryHistory;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOutline;
import dev.paddock.chat.Removal;
import dev.paddock.chat.SearchProgress;
import dev.paddock.chat.SearchQuery;
import dev.paddock.chat.WholeConversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A history in memory that can be slow to read and can refuse to be written. */
final class FakeHistory implements History {
    private final MemoryHistory memory =
            new MemoryHistory(Collections.synchronizedList(new ArrayList<>()));
    private volatile Optional<RuntimeException> broken = Optional.empty();
    private volatile CountDownLatch held = new CountDownLatch(0);

    /** Each message follows the one before it, whatever it says. */
    void put(Conversation conversation, List<Message> all) {
        memory.save(conversation);
        var chain = new ArrayList<Message>();
        var before = Optional.<MessageId>empty();
        for (var it : all) {
            chain.add(
                    new Message(
                            it.id(),
                            before,
                            it.role(),
                            it.parts(),
                            it.outcome(),
                            it.origin(),
                            it.created()));
            before = Optional.of(it.id());
        }
        if (!chain.isEmpty()) {
            memory.add(conversation, chain);
        }
    }

    /** From now on nothing can be written. */
    void fail(RuntimeException why) {
        broken = Optional.of(why);
    }

    void mend() {
        broken = Optional.empty();
    }

    private void refuse() {
        broken.ifPresent(
                why -> {
                    throw why;
                });
    }

    /** From now on no conversation can be read until {@link #release}. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void release() {
        held.countDown();
    }

    @Override
    public List<Conversation> conversations() {
        return memory.conversations();
    }

    @Override
    public Optional<WholeConversation> whole(ConversationId conversation) {
        return memory.whole(conversation);
    }

    @Override
    public void put(WholeConversation conversation) {
        memory.put(conversation);
    }

    @Override
    public void search(SearchQuery query, SearchProgress progress) {
        memory.search(query, progress);
    }

    @Override
    public ConversationTree tree(ConversationId conversation) {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return memory.tree(conversation);
    }

    @Override
    public List<MessageOutline> outline(ConversationId conversation) {
        return memory.outline(conversation);
    }

    @Override
    public void save(Conversation conversation) {
        refuse();
        memory.save(conversation);
    }

    @Override
    public void save(Message message) {
        memory.save(message);
    }

    @Override
    public void append(
            MessageId answer,
            String reasoning,
            String content,
            Optional<AnswerStatistics> figures) {
        // The end saves it whole.
    }

    @Override
    public void add(Conversation conversation, List<Message> added) {
        refuse();
        memory.add(conversation, added);
    }

    @Override
    public void chooseLeaf(ConversationId conversation, MessageId leaf) {
        refuse();
        memory.chooseLeaf(conversation, leaf);
    }

    @Override
    public void remove(ConversationId conversation, Removal removal) {
        refuse();
        memory.remove(conversation, removal);
    }

    @Override
    public void restore(ConversationId conversation, Removal removal) {
        refuse();
        memory.restore(conversation, removal);
    }

    @Override
    public void delete(ConversationId conversation) {
        memory.delete(conversation);
    }

    @Override
    public void restore(ConversationId conversation) {
        memory.restore(conversation);
    }

    @Override
    public void purgeDeleted() {
        refuse();
        memory.purgeDeleted();
    }

    @Override
    public void closeInterrupted() {
        // Nothing is interrupted here.
    }

    @Override
    public void close() {
        // Memory needs no closing.
    }

    @Override
    public void keepInPlace() {}

    @Override
    public boolean backUp(LocalDate day) {
        return true;
    }
}
