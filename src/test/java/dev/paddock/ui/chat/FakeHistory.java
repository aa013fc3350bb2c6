package dev.paddock.ui.chat;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.ConversationTree;
import dev.paddock.chat.History;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A history in memory. */
final class FakeHistory implements History {
    private final Map<ConversationId, Conversation> kept = new LinkedHashMap<>();
    private final Map<ConversationId, List<Message>> messages = new LinkedHashMap<>();
    private final Set<ConversationId> deleted = new HashSet<>();
    private Optional<RuntimeException> broken = Optional.empty();
    private volatile CountDownLatch held = new CountDownLatch(0);

    synchronized void put(Conversation conversation, List<Message> all) {
        kept.put(conversation.id(), conversation);
        messages.put(conversation.id(), new ArrayList<>(all));
    }

    /** From now on nothing can be written. */
    synchronized void fail(RuntimeException why) {
        broken = Optional.of(why);
    }

    synchronized void mend() {
        broken = Optional.empty();
    }

    /** From now on no conversation can be read until {@link #release}. */
    void hold() {
        held = new CountDownLatch(1);
    }

    void release() {
        held.countDown();
    }

    @Override
    public synchronized List<Conversation> conversations() {
        return kept.values().stream()
                .filter(one -> !deleted.contains(one.id()))
                .sorted((a, b) -> b.updated().compareTo(a.updated()))
                .toList();
    }

    @Override
    public synchronized List<Conversation> search(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        return conversations().stream()
                .filter(one -> one.title().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    @Override
    public ConversationTree tree(ConversationId conversation) {
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        synchronized (this) {
            return ConversationTree.of(messages.getOrDefault(conversation, List.of()));
        }
    }

    @Override
    public synchronized void save(Conversation conversation) {
        broken.ifPresent(
                why -> {
                    throw why;
                });
        kept.put(conversation.id(), conversation);
    }

    @Override
    public synchronized void save(Message message) {
        messages.values()
                .forEach(
                        all ->
                                all.replaceAll(
                                        old -> old.id().equals(message.id()) ? message : old));
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
    public synchronized void add(Conversation conversation, List<Message> added) {
        save(conversation);
        var all = messages.computeIfAbsent(conversation.id(), _ -> new ArrayList<>());
        all.removeIf(one -> one.parent().equals(added.getLast().parent()));
        all.addAll(added);
    }

    @Override
    public void chooseLeaf(ConversationId conversation, MessageId leaf) {
        // There is one branch only.
    }

    @Override
    public synchronized void delete(ConversationId conversation) {
        deleted.add(conversation);
    }

    @Override
    public synchronized void restore(ConversationId conversation) {
        deleted.remove(conversation);
    }

    @Override
    public synchronized void purgeDeleted() {
        broken.ifPresent(
                why -> {
                    throw why;
                });
        deleted.forEach(kept::remove);
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
}
