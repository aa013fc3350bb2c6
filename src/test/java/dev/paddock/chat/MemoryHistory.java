package dev.paddock.chat;

import dev.paddock.chat.ConversationTree.Link;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A history in memory that can be told to fail and tells what was done. */
public final class MemoryHistory implements History {
    final List<String> log;
    private final Map<ConversationId, Conversation> conversations = new LinkedHashMap<>();
    private final Map<MessageId, Message> messages = new LinkedHashMap<>();
    private final Map<MessageId, ConversationId> owners = new HashMap<>();
    private final Map<ConversationId, MessageId> leaves = new HashMap<>();
    private final Set<ConversationId> deleted = new HashSet<>();
    private final Set<MessageId> removed = new HashSet<>();
    private Optional<HistoryFailure> broken = Optional.empty();

    public MemoryHistory(List<String> log) {
        this.log = log;
    }

    /** Every write fails from now on. */
    synchronized void breakWith(HistoryFailure why) {
        broken = Optional.of(why);
    }

    synchronized void mend() {
        broken = Optional.empty();
    }

    synchronized Message kept(MessageId id) {
        return messages.get(id);
    }

    @Override
    public synchronized List<Conversation> conversations() {
        return conversations.values().stream()
                .filter(one -> !deleted.contains(one.id()))
                .sorted(Comparator.comparing(Conversation::updated).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<WholeConversation> whole(ConversationId conversation) {
        return conversations().stream()
                .filter(one -> one.id().equals(conversation))
                .findFirst()
                .map(
                        one ->
                                new WholeConversation(
                                        one,
                                        tree(conversation).branch(),
                                        tree(conversation).leaf()));
    }

    @Override
    public synchronized void put(WholeConversation whole) {
        add(whole.conversation(), whole.messages());
    }

    @Override
    public synchronized void search(SearchQuery query, SearchProgress progress) {
        progress.found(Searches.plainly(conversations(), one -> tree(one.id()).branch(), query));
    }

    @Override
    public synchronized ConversationTree tree(ConversationId conversation) {
        var branch = new LinkedList<Message>();
        var wanted = Optional.ofNullable(leaves.get(conversation));
        while (wanted.isPresent()) {
            var message = messages.get(wanted.get());
            branch.addFirst(message);
            wanted = message.parent();
        }
        var links =
                messages.values().stream()
                        .filter(one -> conversation.equals(owners.get(one.id())))
                        .filter(one -> !removed.contains(one.id()))
                        .map(one -> new Link(one.id(), one.parent()))
                        .toList();
        return ConversationTree.of(branch, links);
    }

    @Override
    public synchronized List<MessageOutline> outline(ConversationId conversation) {
        return messages.values().stream()
                .filter(one -> conversation.equals(owners.get(one.id())))
                .filter(one -> !removed.contains(one.id()))
                .map(one -> new MessageOutline(one.id(), one.parent(), one.role(), one.content()))
                .toList();
    }

    @Override
    public synchronized void save(Conversation conversation) {
        write("conversation " + conversation.title());
        conversations.put(conversation.id(), conversation);
    }

    @Override
    public synchronized void save(Message message) {
        write("message " + message.status() + " " + message.content());
        messages.put(message.id(), message);
    }

    @Override
    public synchronized void add(Conversation conversation, List<Message> added) {
        write("add " + added.getFirst().content());
        conversations.put(conversation.id(), conversation);
        for (var message : added) {
            messages.put(message.id(), message);
            owners.put(message.id(), conversation.id());
            leaves.put(conversation.id(), message.id());
        }
    }

    @Override
    public synchronized void chooseLeaf(ConversationId conversation, MessageId leaf) {
        write("leaf");
        leaves.put(conversation, leaf);
    }

    @Override
    public synchronized void append(
            MessageId answer,
            String reasoning,
            String content,
            Optional<AnswerStatistics> figures) {
        write("append " + reasoning + "|" + content);
        var message = messages.get(answer);
        messages.put(
                answer,
                message.received(message.content() + content, message.reasoning() + reasoning)
                        .ended(message.status(), figures, message.failure()));
    }

    @Override
    public synchronized void remove(ConversationId conversation, Removal removal) {
        write("remove");
        removed.addAll(removal.messages());
        removal.next().forEach(one -> follow(one, removal.before()));
        choose(conversation, removal.leaf());
    }

    @Override
    public synchronized void restore(ConversationId conversation, Removal removal) {
        write("restore messages");
        removal.messages().forEach(removed::remove);
        var first = removal.messages().getFirst();
        var before = messages.get(first).parent();
        while (before.filter(removed::contains).isPresent()) {
            before = messages.get(before.get()).parent();
        }
        follow(first, before);
        removal.next().forEach(one -> follow(one, Optional.of(first)));
        choose(conversation, removal.formerLeaf());
    }

    private void follow(MessageId one, Optional<MessageId> before) {
        messages.put(one, messages.get(one).after(before));
    }

    private void choose(ConversationId conversation, Optional<MessageId> leaf) {
        leaf.ifPresentOrElse(
                one -> leaves.put(conversation, one), () -> leaves.remove(conversation));
    }

    @Override
    public synchronized void delete(ConversationId conversation) {
        write("delete");
        deleted.add(conversation);
    }

    @Override
    public synchronized void restore(ConversationId conversation) {
        write("restore");
        deleted.remove(conversation);
    }

    @Override
    public synchronized void purgeDeleted() {
        write("purge");
        deleted.forEach(conversations::remove);
        messages.keySet().removeIf(one -> deleted.contains(owners.get(one)));
        messages.keySet().removeAll(removed);
        leaves.keySet().removeAll(deleted);
        deleted.clear();
    }

    @Override
    public synchronized void closeInterrupted() {
        write("close interrupted");
        messages.replaceAll((id, one) -> one.closed());
    }

    @Override
    public void close() {
        log.add("closed");
    }

    private void write(String what) {
        if (broken.isPresent()) {
            log.add("failed " + what);
            throw new HistoryException(broken.get());
        }
        log.add(what);
    }

    @Override
    public void keepInPlace() {}

    @Override
    public synchronized boolean backUp(LocalDate day) {
        if (broken.isPresent()) {
            throw new HistoryException(broken.get());
        }
        log.add("back up " + day);
        return !conversations.isEmpty();
    }
}
