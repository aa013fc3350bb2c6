package dev.paddock.sqlite;

import static dev.paddock.chat.Searches.excerpts;
import static dev.paddock.chat.Searches.hits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.SearchHits.State;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the index has of a message while that comes, changes and goes. */
class SearchIndexTest extends HistoryOnDisk {
    @Test
    void whatGrowsIsFoundFromItsEndOnAndWhatChangesWithItsNewWords() {
        var conversation = kept(conversation("Ducks", 0));
        var question = Message.question(Optional.empty(), "ask", NOON);
        var growing = Message.emptyAnswer(question, MessageOrigin.model("model"), NOON);
        history.add(conversation, List.of(question, growing));
        history.append(growing.id(), "", "mallard", Optional.empty());
        assertEquals(List.of(), excerpts(history, "mallard"));
        var ended = ended(growing.received("mallard and teal", ""));
        history.save(ended);
        assertEquals(List.of("mallard and teal"), excerpts(history, "mallard"));
        history.save(ended.received("gadwall", ""));
        assertEquals(List.of(), excerpts(history, "teal"));
        assertEquals(List.of("gadwall"), excerpts(history, "gadw"));
        assertEquals(2, indexed());
    }

    @Test
    void whatACrashCutOffIsFound() {
        var conversation = kept(conversation("Ducks", 0));
        var question = Message.question(Optional.empty(), "ask", NOON);
        var growing = Message.emptyAnswer(question, MessageOrigin.NONE, NOON);
        history.add(conversation, List.of(question, growing));
        history.append(growing.id(), "", "half a mall", Optional.empty());
        history.close();
        open();
        assertEquals(List.of(), excerpts(history, "mall"));
        history.closeInterrupted();
        assertEquals(List.of("half a mall"), excerpts(history, "mall"));
    }

    @Test
    void nothingOfAPurgedMessageIsLeftInTheIndex() {
        var gone = kept(conversation("Gone", 0));
        var stays = kept(conversation("Stays", 1));
        for (int i = 0; i < 450; i++) {
            kept(gone, Message.question(Optional.empty(), "xyzzy plugh " + i, NOON));
            kept(stays, Message.question(Optional.empty(), "plover " + i, NOON));
        }
        history.delete(gone.id());
        history.purgeDeleted();
        assertEquals(450, indexed());
        assertEquals(List.of(), excerpts(history, "zzy"));
        assertEquals(11, excerpts(history, "\"plover 17\"").size());
        assertEquals(0, term("xyz"), "not even that there was one");
        assertEquals(450, term("plo"));
    }

    @Test
    void whatIsRemovedIsNotFoundAndComesBackUntilItIsPurged() {
        var conversation = kept(conversation("Ducks", 0));
        var question = kept(conversation, Message.question(Optional.empty(), "mallard", NOON));
        var removal = history.tree(conversation.id()).without(question.id());
        history.remove(conversation.id(), removal);
        assertEquals(List.of(), excerpts(history, "mall"));
        history.restore(conversation.id(), removal);
        assertEquals(List.of("mallard"), excerpts(history, "mall"));
        history.remove(conversation.id(), removal);
        history.purgeDeleted();
        assertEquals(0, indexed());
    }

    @Test
    void anOlderFileIsIndexedBesideTheOrdinaryWork() throws Exception {
        history.close();
        Files.delete(file());
        VersionOne.make(file(), 30, 20);
        open();
        var conversation = kept(conversation("New", 0));
        kept(conversation, Message.question(Optional.empty(), "while it is filled", NOON));
        assertEquals(List.of("while it is filled"), excerpts(history, "is fill"));
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (hits(history, "nowhere").state() == State.INDEXING && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertEquals(State.ALL, hits(history, "nowhere").state());
        assertEquals(601, indexed());
    }

    private long indexed() {
        return number("SELECT count(*) FROM message_search");
    }

    private long term(String gram) {
        return number(
                "SELECT count(*) FROM message_search WHERE message_search MATCH '" + gram + "'");
    }

    private long number(String sql) {
        try (var bare = Database.open(file(), Schema.released())) {
            return bare.read(it -> Sql.number(it, sql));
        }
    }

    private static Message ended(Message answer) {
        return answer.ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty());
    }
}
