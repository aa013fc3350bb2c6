package dev.paddock.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of a conversation: those of the chosen branch, from its root to its leaf, and of the
 * others how they hang together. Immutable.
 */
public final class ConversationTree {
    public static final ConversationTree EMPTY = new ConversationTree(List.of(), List.of());

    private final List<Message> branch;

    /** Of all messages, oldest first; none where there is no fork, as usual. */
    private final List<Link> links;

    /** A message and the one before it. */
    public record Link(MessageId id, Optional<MessageId> parent) {}

    /**
     * Where a message stands among its {@link #siblings}.
     *
     * @param place from 1, the oldest, to {@code of}
     * @param of how many there are, at least two
     */
    public record Fork(int place, int of) {}

    private ConversationTree(List<Message> branch, List<Link> links) {
        this.branch = List.copyOf(branch);
        this.links = List.copyOf(links);
    }

    /** One without a fork. */
    public static ConversationTree of(List<Message> branch) {
        return new ConversationTree(branch, List.of());
    }

    /**
     * @param branch from the root to the chosen leaf
     * @param links of all messages, oldest first
     */
    public static ConversationTree of(List<Message> branch, List<Link> links) {
        return new ConversationTree(branch, links.size() == branch.size() ? List.of() : links);
    }

    /** From the root to the leaf. */
    public List<Message> branch() {
        return branch;
    }

    /** The end of the chosen branch; empty when there are no messages. */
    public Optional<MessageId> leaf() {
        return branch.isEmpty() ? Optional.empty() : Optional.of(branch.getLast().id());
    }

    /**
     * All that stand where {@code message} stands, itself among them, oldest first.
     *
     * @param message one of the branch
     */
    public List<MessageId> siblings(MessageId message) {
        var parent = branch.get(indexOf(message)).parent();
        return all().stream().filter(link -> link.parent().equals(parent)).map(Link::id).toList();
    }

    /** The messages of the branch that have siblings. */
    public Map<MessageId, Fork> forks() {
        if (links.isEmpty()) {
            return Map.of();
        }
        var together = new HashMap<Optional<MessageId>, List<MessageId>>();
        links.forEach(
                link ->
                        together.computeIfAbsent(link.parent(), _ -> new ArrayList<>())
                                .add(link.id()));
        var forks = new HashMap<MessageId, Fork>();
        for (var message : branch) {
            var all = together.getOrDefault(message.parent(), List.of());
            if (all.size() > 1) {
                forks.put(message.id(), new Fork(all.indexOf(message.id()) + 1, all.size()));
            }
        }
        return forks;
    }

    /** The end of the branch that leads through {@code message} and always to the newest. */
    public MessageId newestBelow(MessageId message) {
        var newest = new HashMap<Optional<MessageId>, MessageId>();
        all().forEach(link -> newest.put(link.parent(), link.id()));
        var leaf = message;
        for (var next = leaf; next != null; next = newest.get(Optional.of(leaf))) {
            leaf = next;
        }
        return leaf;
    }

    /**
     * With more messages, of which the last is the leaf then. The first follows one of the branch,
     * or begins another; each of the others follows the one before it.
     */
    public ConversationTree with(List<Message> added) {
        var parent = added.getFirst().parent();
        int kept = parent.isEmpty() ? 0 : indexOf(parent.get()) + 1;
        var longer = new ArrayList<>(branch.subList(0, kept));
        longer.addAll(added);
        if (links.isEmpty() && kept == branch.size()) {
            return of(longer);
        }
        var more = new ArrayList<>(all());
        more.addAll(links(added));
        return new ConversationTree(longer, more);
    }

    /** What goes with a message alone: what follows it follows the one before it then. */
    public Removal without(MessageId message) {
        var next =
                all().stream()
                        .filter(link -> link.parent().equals(Optional.of(message)))
                        .map(Link::id)
                        .toList();
        var leaf = leaf().equals(Optional.of(message)) ? besides(message) : leaf();
        return new Removal(List.of(message), next, parentOf(message), leaf, leaf());
    }

    /** What goes with a message and all that follows it, in every version. */
    public Removal withoutFrom(MessageId message) {
        var removed = new LinkedHashSet<MessageId>();
        removed.add(message);
        for (var link : all()) {
            if (link.parent().filter(removed::contains).isPresent()) {
                removed.add(link.id());
            }
        }
        return new Removal(
                List.copyOf(removed), List.of(), parentOf(message), besides(message), leaf());
    }

    /** The end of the next version of {@code message}, or the message before it. */
    private Optional<MessageId> besides(MessageId message) {
        var siblings = siblings(message);
        int at = siblings.indexOf(message);
        if (siblings.size() > 1) {
            return Optional.of(newestBelow(siblings.get(at == 0 ? 1 : at - 1)));
        }
        return parentOf(message);
    }

    private Optional<MessageId> parentOf(MessageId message) {
        return branch.get(indexOf(message)).parent();
    }

    /** The first words of a message of the branch, as of a title; empty when it has none. */
    public String summary(MessageId message) {
        return AutoTitle.of(branch.get(indexOf(message)).content(), "");
    }

    /** With what a message of the branch has become. */
    public ConversationTree replaced(Message message) {
        var changed = new ArrayList<>(branch);
        changed.set(indexOf(message.id()), message);
        return new ConversationTree(changed, links);
    }

    /** Without answers that nobody will go on receiving. */
    ConversationTree closed() {
        return closed(EMPTY);
    }

    /** As {@link #closed()}, but with the messages of {@code newer} as they are there. */
    ConversationTree closed(ConversationTree newer) {
        var known = new HashMap<MessageId, Message>();
        newer.branch.forEach(one -> known.put(one.id(), one));
        var messages = new ArrayList<Message>();
        for (var one : branch) {
            var there = Optional.ofNullable(known.get(one.id()));
            messages.add(there.map(it -> it.after(one.parent())).orElseGet(one::closed));
        }
        return new ConversationTree(messages, links);
    }

    /**
     * The branch up to {@code message}, itself the last.
     *
     * @throws IllegalArgumentException when it is not on the branch
     */
    List<Message> upTo(MessageId message) {
        return branch.subList(0, indexOf(message) + 1);
    }

    /** Copies of the branch up to {@code message}, for another conversation. */
    List<Message> copyUpTo(MessageId message) {
        var copies = new ArrayList<Message>();
        var before = Optional.<MessageId>empty();
        for (var one : upTo(message)) {
            copies.add(one.closed().copy(before));
            before = Optional.of(copies.getLast().id());
        }
        return copies;
    }

    private int indexOf(MessageId message) {
        for (int i = branch.size() - 1; i >= 0; i--) {
            if (branch.get(i).id().equals(message)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not on the branch: " + message);
    }

    List<Link> all() {
        return links.isEmpty() ? links(branch) : links;
    }

    private static List<Link> links(List<Message> messages) {
        return messages.stream().map(one -> new Link(one.id(), one.parent())).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationTree that
                && branch.equals(that.branch)
                && links.equals(that.links);
    }

    @Override
    public int hashCode() {
        return branch.hashCode();
    }

    @Override
    public String toString() {
        return "ConversationTree" + branch;
    }
}
