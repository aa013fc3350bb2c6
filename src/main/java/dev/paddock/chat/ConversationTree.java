package dev.paddock.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages of a conversation: those of the chosen branch, from its root to its leaf, and of the
 * others how they hang together. Immutable.
 */
public final class ConversationTree {
    public static final ConversationTree EMPTY = new ConversationTree(List.of(), Map.of());

    private final List<Message> branch;

    /** Of each message, and at the root, what follows; oldest first. */
    private final Map<Optional<MessageId>, List<MessageId>> children;

    /** A message and the one before it. */
    public record Link(MessageId id, Optional<MessageId> parent) {}

    private ConversationTree(
            List<Message> branch, Map<Optional<MessageId>, List<MessageId>> children) {
        this.branch = List.copyOf(branch);
        this.children = children;
    }

    /** One without a fork. */
    public static ConversationTree of(List<Message> branch) {
        return of(branch, branch.stream().map(one -> new Link(one.id(), one.parent())).toList());
    }

    /**
     * @param branch from the root to the chosen leaf
     * @param links of all messages, oldest first
     */
    public static ConversationTree of(List<Message> branch, List<Link> links) {
        var children = new HashMap<Optional<MessageId>, List<MessageId>>();
        links.forEach(link -> add(children, link.parent(), link.id()));
        return new ConversationTree(branch, children);
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
        return List.copyOf(children.get(branch.get(indexOf(message)).parent()));
    }

    /** The end of the branch that leads through {@code message} and always to the newest. */
    public MessageId newestBelow(MessageId message) {
        var leaf = message;
        for (var next = children.get(Optional.of(leaf)); next != null; ) {
            leaf = next.getLast();
            next = children.get(Optional.of(leaf));
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
        var all = new HashMap<>(children);
        added.forEach(one -> add(all, one.parent(), one.id()));
        return new ConversationTree(longer, all);
    }

    /** With what a message of the branch has become. */
    public ConversationTree replaced(Message message) {
        var changed = new ArrayList<>(branch);
        changed.set(indexOf(message.id()), message);
        return new ConversationTree(changed, children);
    }

    /** Without answers that nobody will go on receiving. */
    ConversationTree closed() {
        return new ConversationTree(branch.stream().map(Message::closed).toList(), children);
    }

    /**
     * The branch up to {@code message}, itself the last.
     *
     * @throws IllegalArgumentException when it is not on the branch
     */
    List<Message> upTo(MessageId message) {
        return branch.subList(0, indexOf(message) + 1);
    }

    private int indexOf(MessageId message) {
        for (int i = branch.size() - 1; i >= 0; i--) {
            if (branch.get(i).id().equals(message)) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not on the branch: " + message);
    }

    /** Lists are shared with other trees and therefore never changed. */
    private static void add(
            Map<Optional<MessageId>, List<MessageId>> children,
            Optional<MessageId> parent,
            MessageId child) {
        var more = new ArrayList<>(children.getOrDefault(parent, List.of()));
        more.add(child);
        children.put(parent, more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationTree that
                && branch.equals(that.branch)
                && children.equals(that.children);
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
