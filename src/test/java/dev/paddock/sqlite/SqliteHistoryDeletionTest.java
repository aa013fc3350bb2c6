package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class SqliteHistoryDeletionTest extends HistoryOnDisk {
    @Test
    void aDeletedConversationComesBackUntilItIsPurged() {
        var conversation = conversation("Gone", 0);
        var turn = turn(Optional.empty(), "Q", "A");
        history.add(conversation, turn);
        history.delete(conversation.id());
        assertEquals(List.of(), history.conversations());

        history.restore(conversation.id());
        assertEquals(List.of(conversation), history.conversations());
        assertEquals(turn, history.tree(conversation.id()).branch());

        history.delete(conversation.id());
        history.purgeDeleted();
        history.restore(conversation.id());
        assertEquals(List.of(), history.conversations());
        assertEquals(List.of(), history.tree(conversation.id()).branch());
    }

    @Test
    void savingADeletedConversationDoesNotBringItBack() {
        var conversation = kept(conversation("Gone", 0));
        history.delete(conversation.id());
        kept(conversation.titled("Still gone", true));
        assertEquals(List.of(), history.conversations());
    }

    @Test
    void nothingOfAPurgedConversationIsLeftInTheFiles() throws Exception {
        for (int i = 0; i < 30; i++) {
            var secret = i % 3 == 0 ? "open" : "xyzzy";
            var conversation =
                    conversation(secret + "-title " + i, i).with(secret + "-system", Options.EMPTY);
            var turn = turn(Optional.empty(), secret + "-question", text(secret, i));
            history.add(conversation, turn);
            var growing =
                    kept(
                            conversation,
                            Message.emptyAnswer(
                                    turn.getFirst(), MessageOrigin.model(secret + "-model"), NOON));
            history.append(growing.id(), secret + "-reasoning", secret + "-part", Optional.empty());
            kept(conversation.titled(secret + "-renamed " + i, true));
            if (i % 3 != 0) {
                history.delete(conversation.id());
            }
        }
        assertTrue(bytes().contains("xyzzy"));
        history.purgeDeleted();
        assertEquals(-1, bytes().indexOf("xyzzy"));
        assertEquals(-1, bytes().indexOf("xyz"), "trigrams too");
        assertTrue(bytes().contains("open-renamed 0"));
        assertEquals(10, history.conversations().size());
    }

    /** SQLite nests no more than a thousand triggers. */
    @Test
    void aLongConversationIsPurged() {
        var conversation = conversation("Long", 0);
        var end = Optional.<MessageId>empty();
        for (int i = 0; i < 600; i++) {
            var turn = turn(end, "Q", "A");
            history.add(conversation, turn);
            end = Optional.of(turn.getLast().id());
        }
        var stays = kept(conversation("Short", 1));
        assertEquals(1200, branch(conversation).size());
        history.delete(conversation.id());
        history.purgeDeleted();
        history.restore(conversation.id());
        assertEquals(List.of(stays), history.conversations());
        assertEquals(List.of(), branch(conversation));
    }

    @Test
    void noMessageIsWrittenAgainToBeErased() throws Exception {
        var conversation = conversation("Gone", 0);
        var first = turn(Optional.empty(), "Q", "A");
        history.add(conversation, first);
        history.add(conversation, turn(Optional.of(first.getLast().id()), "Q", "A"));
        try (var other = OpenFile.connect(file())) {
            Sql.script(
                    other,
                    "CREATE TRIGGER rewritten BEFORE UPDATE ON message"
                            + " BEGIN SELECT raise(ABORT, 'rewritten'); END");
        }
        history.delete(conversation.id());
        history.purgeDeleted();
        history.restore(conversation.id());
        assertEquals(List.of(), history.conversations());
        assertEquals(List.of(), branch(conversation));
    }

    private static String text(String word, int i) {
        return (word + "-answer ").repeat(1 + i * 50);
    }

    /** All of the store's files, byte for char. */
    private String bytes() throws Exception {
        var all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path one : files.toList()) {
                all.append(Files.readString(one, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
