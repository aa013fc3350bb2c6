package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Timeout(60)
class SqliteFaultsTest {
    @TempDir private Path folder;

    @Test
    @Fault(57)
    void whereverTheDiskFillsUpWhatWasKeptStays() {
        int furthest = 0;
        for (int spare = 0; spare < 24; spare++) {
            var file = folder.resolve("full-" + spare + ".db");
            var database = Database.open(file, Schema.released());
            var acknowledged = new ArrayList<Message>();
            var conversation = Conversation.untitled("Full", Instant.EPOCH);
            try (var history = new SqliteHistory(database)) {
                history.save(conversation);
                limitPages(database, spare);
                fill(history, conversation, acknowledged);

                assertEquals(acknowledged, history.tree(conversation.id()).branch());
                limitPages(database, 1000);
                history.closeInterrupted();
                history.add(
                        conversation,
                        List.of(Message.question(Optional.empty(), "Q", Instant.EPOCH)));
            }
            try (var again = SqliteHistory.open(file)) {
                var root = again.tree(conversation.id()).branch();
                assertEquals("Q", root.getLast().content());
            }
            furthest = Math.max(furthest, acknowledged.size());
        }
        assertTrue(furthest > 8, "the limit is reached at many places: " + furthest);
    }

    /** Writes turns as a session does until the disk is full. */
    private static void fill(
            SqliteHistory history, Conversation conversation, List<Message> acknowledged) {
        var error =
                assertThrows(
                        HistoryException.class,
                        () -> {
                            for (int i = 0; i < 1000; i++) {
                                var parent =
                                        acknowledged.stream().reduce((a, b) -> b).map(Message::id);
                                var text = "x".repeat(37 * i % 5000);
                                var question = Message.question(parent, text, Instant.EPOCH);
                                var answer =
                                        Message.emptyAnswer(
                                                question, MessageOrigin.model("m"), Instant.EPOCH);
                                history.add(conversation, List.of(question, answer));
                                acknowledged.add(question);
                                acknowledged.add(answer);
                                history.append(answer.id(), "", text, Optional.empty());
                                acknowledged.set(
                                        acknowledged.size() - 1, answer.received(text, ""));
                                var ended = ended(answer.received(text + "!", ""));
                                history.save(ended);
                                acknowledged.set(acknowledged.size() - 1, ended);
                            }
                        });
        assertInstanceOf(HistoryFailure.DiskFull.class, error.failure());
    }

    private static Message ended(Message answer) {
        return answer.ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty());
    }

    private static void limitPages(Database database, int spare) {
        database.alone(
                connection -> {
                    long pages = Sql.number(connection, "PRAGMA page_count");
                    Sql.script(connection, "PRAGMA max_page_count = " + (pages + spare));
                });
    }

    @Test
    @Fault(66)
    void aReadOnlyFileCanStillBeRead() {
        var database = Database.open(folder.resolve("history.db"), Schema.released());
        try (var history = new SqliteHistory(database)) {
            var conversation = Conversation.untitled("Kept", Instant.EPOCH);
            history.save(conversation);
            database.alone(connection -> Sql.script(connection, "PRAGMA query_only = ON"));
            var error =
                    assertThrows(
                            HistoryException.class,
                            () -> history.save(conversation.titled("No", true)));
            assertInstanceOf(HistoryFailure.NoPermission.class, error.failure());
            assertEquals(List.of(conversation), history.conversations());
        }
    }

    @Test
    void aFolderInPlaceOfTheFileIsReported() throws Exception {
        var file = Files.createDirectory(folder.resolve("history.db"));
        var error = assertThrows(HistoryException.class, () -> SqliteHistory.open(file));
        assertEquals(new HistoryFailure.Damaged(file, Damage.NOT_A_FILE), error.failure());
    }

    @Test
    void aFileInPlaceOfTheFolderIsReported() throws Exception {
        var file = Files.createFile(folder.resolve("file")).resolve("history.db");
        assertThrows(HistoryException.class, () -> SqliteHistory.open(file));
    }

    @Test
    void anyFileNameWorks() {
        var file = folder.resolve("Jürgen's 100% chats?mode=memory#1 ; 中文").resolve("a b.db");
        try (var history = SqliteHistory.open(file)) {
            history.save(Conversation.untitled("Kept", Instant.EPOCH));
        }
        assertTrue(Files.isRegularFile(file));
        try (var history = SqliteHistory.open(file)) {
            assertEquals(1, history.conversations().size());
        }
    }

    @Test
    void anotherWriterIsWaitedForOnlySoLong() {
        var file = folder.resolve("history.db");
        var other = Database.open(file, Schema.released());
        var database = Database.open(file, Schema.released());
        try (var history = new SqliteHistory(database)) {
            database.alone(connection -> Sql.script(connection, "PRAGMA busy_timeout = 50"));
            var held = new CompletableFuture<Void>();
            var release = new CountDownLatch(1);
            var holder =
                    CompletableFuture.runAsync(
                            () -> other.write(connection -> hold(held, release)));
            held.join();
            var conversation = Conversation.untitled("Waits", Instant.EPOCH);
            var error = assertThrows(HistoryException.class, () -> history.save(conversation));
            assertEquals(new HistoryFailure.InUse(file), error.failure());
            release.countDown();
            holder.join();
            history.save(conversation);
        } finally {
            other.close();
        }
    }

    @Test
    void readingDoesNotWaitForAWrite() {
        var database = Database.open(folder.resolve("history.db"), Schema.released());
        try (var history = new SqliteHistory(database)) {
            history.save(Conversation.untitled("Kept", Instant.EPOCH));
            var held = new CompletableFuture<Void>();
            var release = new CountDownLatch(1);
            var holder =
                    CompletableFuture.runAsync(
                            () ->
                                    database.write(
                                            connection -> {
                                                Sql.update(connection, "DELETE FROM conversation");
                                                hold(held, release);
                                            }));
            held.join();
            assertEquals(1, history.conversations().size());
            assertFalse(holder.isDone());
            release.countDown();
            holder.join();
            assertEquals(0, history.conversations().size());
        }
    }

    private static void hold(CompletableFuture<Void> held, CountDownLatch release) {
        held.complete(null);
        try {
            assertTrue(release.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
