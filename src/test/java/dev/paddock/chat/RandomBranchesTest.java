package dev.paddock.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ConversationTree.Link;
import dev.paddock.sqlite.SqliteHistory;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Whatever is edited, removed, brought back and chosen, no message is lost. */
class RandomBranchesTest {
    private static final int STEPS = 120;

    @TempDir private Path folder;

    private final MemoryHistory memory = new MemoryHistory(new ArrayList<>());
    private final Conversation conversation = Conversation.untitled("Random", Instant.EPOCH);
    private final ConversationId id = conversation.id();
    private final Map<MessageId, String> texts = new HashMap<>();
    private final Set<MessageId> alive = new HashSet<>();
    private final List<Removal> removals = new ArrayList<>();
    private int count;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theDiskHoldsWhatMemoryHoldsAndEveryMessageThatWasNotRemoved(int seed) {
        var file = folder.resolve("history.db");
        var random = new Random(seed);
        var disk = SqliteHistory.open(file);
        memory.save(conversation);
        disk.save(conversation);
        for (int step = 0; step < STEPS; step++) {
            step(disk, random);
            if (random.nextInt(20) == 0) {
                purge(disk);
                disk.close();
                disk = SqliteHistory.open(file);
            }
            assertEquals(memory.tree(id), disk.tree(id));
            assertEquals(memory.outline(id), disk.outline(id));
            check(disk.tree(id));
        }
        disk.close();
    }

    private void step(History disk, Random random) {
        var tree = memory.tree(id);
        switch (random.nextInt(6)) {
            case 0 -> choose(disk, tree, random);
            case 1 -> remove(disk, tree, random);
            case 2 -> restore(disk, random);
            case 3 -> edit(disk, tree, random);
            default -> add(disk, tree.leaf(), 1 + random.nextInt(3));
        }
    }

    private void choose(History disk, ConversationTree tree, Random random) {
        if (!tree.all().isEmpty()) {
            var any = tree.all().get(random.nextInt(tree.all().size())).id();
            var leaf = tree.newestBelow(any);
            memory.chooseLeaf(id, leaf);
            disk.chooseLeaf(id, leaf);
            assertTrue(memory.tree(id).branch().stream().anyMatch(it -> it.id().equals(any)));
        }
    }

    private void remove(History disk, ConversationTree tree, Random random) {
        if (!tree.branch().isEmpty()) {
            var one = tree.branch().get(random.nextInt(tree.branch().size())).id();
            var removal = random.nextBoolean() ? tree.without(one) : tree.withoutFrom(one);
            memory.remove(id, removal);
            disk.remove(id, removal);
            removals.add(removal);
            alive.removeAll(removal.messages());
        }
    }

    /** In any order. */
    private void restore(History disk, Random random) {
        if (!removals.isEmpty()) {
            var removal = removals.remove(random.nextInt(removals.size()));
            memory.restore(id, removal);
            disk.restore(id, removal);
            alive.addAll(removal.messages());
        }
    }

    private void edit(History disk, ConversationTree tree, Random random) {
        if (!tree.branch().isEmpty()) {
            var old = tree.branch().get(random.nextInt(tree.branch().size()));
            add(disk, List.of(old.edited("edited " + count++, Instant.EPOCH)));
        }
    }

    private void add(History disk, Optional<MessageId> after, int messages) {
        var added = new ArrayList<Message>();
        var before = after;
        for (int i = 0; i < messages; i++) {
            added.add(Message.question(before, "text " + count++, Instant.EPOCH));
            before = Optional.of(added.getLast().id());
        }
        add(disk, added);
    }

    private void add(History disk, List<Message> added) {
        memory.add(conversation, added);
        disk.add(conversation, added);
        for (var one : added) {
            alive.add(one.id());
            texts.put(one.id(), one.content());
        }
    }

    /** What was removed cannot be brought back any more. */
    private void purge(History disk) {
        memory.purgeDeleted();
        disk.purgeDeleted();
        removals.clear();
    }

    private void check(ConversationTree tree) {
        var all = new HashSet<MessageId>();
        tree.all().stream().map(Link::id).forEach(all::add);
        assertEquals(alive, all);
        var before = Optional.<MessageId>empty();
        for (var message : tree.branch()) {
            assertEquals(before, message.parent());
            assertEquals(texts.get(message.id()), message.content());
            before = Optional.of(message.id());
        }
        for (var link : tree.all()) {
            assertTrue(link.parent().map(all::contains).orElse(true), "follows what is gone");
        }
    }
}
