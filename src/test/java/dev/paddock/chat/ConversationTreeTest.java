package dev.paddock.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.chat.ConversationTree.Fork;
import dev.paddock.chat.ConversationTree.Link;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ConversationTreeTest {
    private static final int ROUNDS = 300;
    private static final int STEPS = 40;

    @Test
    void anEmptyOneHasNoLeaf() {
        assertEquals(Optional.empty(), ConversationTree.EMPTY.leaf());
        assertEquals(List.of(), ConversationTree.EMPTY.branch());
    }

    @Test
    void aMessageOfAnotherBranchIsNotOnThisOne() {
        var first = message(Optional.empty());
        var second = message(Optional.empty());
        var tree = ConversationTree.of(List.of(first)).with(List.of(second));
        assertEquals(List.of(first.id(), second.id()), tree.siblings(second.id()));
        assertThrows(IllegalArgumentException.class, () -> tree.upTo(first.id()));
        assertThrows(IllegalArgumentException.class, () -> tree.replaced(first));
    }

    /** Random trees, against a list of all messages that is searched. */
    @Test
    void whateverIsDoneItHoldsTogether() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            var all = new ArrayList<Message>();
            var tree = ConversationTree.EMPTY;
            for (int step = 0; step < STEPS; step++) {
                tree = step(tree, all, random);
                check(tree, all);
            }
        }
    }

    private static ConversationTree step(ConversationTree tree, List<Message> all, Random random) {
        if (!all.isEmpty() && random.nextInt(4) == 0) {
            var leaf = tree.newestBelow(all.get(random.nextInt(all.size())).id());
            return ConversationTree.of(branch(leaf, all), links(all));
        }
        if (!all.isEmpty() && random.nextInt(4) == 0) {
            int at = random.nextInt(tree.branch().size());
            var changed = tree.branch().get(at).received("changed", "");
            all.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
            return tree.replaced(changed);
        }
        int at = random.nextInt(tree.branch().size() + 1);
        var parent =
                at == 0 ? Optional.<MessageId>empty() : Optional.of(tree.branch().get(at - 1).id());
        var added = new ArrayList<Message>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            added.add(message(parent));
            parent = Optional.of(added.getLast().id());
        }
        all.addAll(added);
        return tree.with(added);
    }

    private static void check(ConversationTree tree, List<Message> all) {
        assertEquals(branch(tree.leaf().orElseThrow(), all), tree.branch());
        assertEquals(ConversationTree.of(tree.branch(), links(all)), tree);
        for (var message : tree.branch()) {
            var siblings =
                    all.stream()
                            .filter(one -> one.parent().equals(message.parent()))
                            .map(Message::id)
                            .toList();
            assertEquals(siblings, tree.siblings(message.id()));
            var fork = new Fork(siblings.indexOf(message.id()) + 1, siblings.size());
            assertEquals(
                    fork.of() > 1 ? Optional.of(fork) : Optional.empty(),
                    Optional.ofNullable(tree.forks().get(message.id())));
            assertEquals(message, tree.upTo(message.id()).getLast());
        }
        for (var message : all) {
            var leaf = tree.newestBelow(message.id());
            var path = branch(leaf, all).stream().map(Message::id).toList();
            assertEquals(true, path.contains(message.id()));
            assertEquals(
                    0, all.stream().filter(one -> one.parent().equals(Optional.of(leaf))).count());
        }
    }

    private static List<Message> branch(MessageId leaf, List<Message> all) {
        var branch = new LinkedList<Message>();
        var next = Optional.of(leaf);
        while (next.isPresent()) {
            var id = next.get();
            var message = all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
            branch.addFirst(message);
            next = message.parent();
        }
        return branch;
    }

    private static List<Link> links(List<Message> all) {
        return all.stream().map(one -> new Link(one.id(), one.parent())).toList();
    }

    private static Message message(Optional<MessageId> parent) {
        return Message.question(parent, "text", Instant.EPOCH);
    }
}
