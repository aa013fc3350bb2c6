package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paddock.chat.ConversationId;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.chat.HistoryFailure.Unusable;
import dev.paddock.chat.HistoryFailure.WouldLose;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

@Timeout(60)
class MigrationTest {
    private static final int CONVERSATIONS = 20;
    private static final int MESSAGES = 30;
    private static final String COUNT = "SELECT count(*) FROM message";

    @TempDir private Path folder;

    @BeforeEach
    void make() throws Exception {
        VersionOne.make(file(), CONVERSATIONS, MESSAGES);
    }

    @Test
    void rebuildingATableThatOthersReferToKeepsThem() throws Exception {
        assertEquals(CONVERSATIONS * MESSAGES, number(file(), rebuilding(), COUNT));
        assertEquals(2, number(file(), rebuilding(), "PRAGMA user_version"));
        assertEquals(1, number(file(), rebuilding(), "PRAGMA foreign_keys"));
    }

    @Test
    void theFileAsItWasIsKeptBesideIt() throws Exception {
        Database.open(file(), rebuilding()).close();
        var copy = folder.resolve("history.db.v1.bak");
        assertEquals(CONVERSATIONS * MESSAGES, number(copy, versionOne(), COUNT));
        assertEquals(0, number(copy, versionOne(), "SELECT count(*) FROM title_search('gone')"));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals(2, Files.getPosixFilePermissions(copy).size());
        }
        assertEquals(List.of("history.db", "history.db.v1.bak"), names());
    }

    @Test
    void whatIsStillInTheLogIsInTheCopy() throws Exception {
        try (var open = Database.open(file(), versionOne())) {
            open.write(it -> Sql.update(it, "UPDATE message SET content = 'late' WHERE key = 1"));
            Database.open(file(), rebuilding()).close();
        }
        var copy = folder.resolve("history.db.v1.bak");
        var sql = "SELECT count(*) FROM message WHERE content = 'late'";
        assertEquals(1, number(copy, versionOne(), sql));
    }

    @Test
    void aStepThatLosesAMessageIsRefused() throws Exception {
        var losing =
                Step.java(
                        it -> Sql.update(it, "DELETE FROM message WHERE key > 500 AND key < 502"));
        assertRefused(losing, new WouldLose(file()));
    }

    @Test
    void aStepAfterWhichAReferenceLeadsNowhereIsRefused() throws Exception {
        assertRefused(
                Step.sql("UPDATE message SET parent = 7777 WHERE key = 400"),
                new WouldLose(file()));
    }

    @Test
    void aStepThatFailsInTheMiddleLeavesTheFile() throws Exception {
        var broken = Step.sql("DROP TABLE message; SELECT nothing");
        var refused = assertRefused(broken, HistoryException.class).failure();
        assertTrue(refused instanceof Unusable(_, var says) && says.contains("nothing"));
        assertRefused(
                Step.java(
                        it -> {
                            Sql.script(it, "DROP TABLE message");
                            throw new IllegalStateException("told to");
                        }),
                IllegalStateException.class);
    }

    @Test
    void aDamagedFileIsLeftAlone() throws Exception {
        var bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, 20 * 4096, 21 * 4096, (byte) 0xee);
        Files.write(file(), bytes);
        assertEquals(new Damaged(file(), Damage.BROKEN), refusal(rebuilding()));
        assertArrayEquals(bytes, Files.readAllBytes(file()));
        assertEquals(List.of("history.db"), names());
    }

    @Test
    void aFileThatCannotBeCopiedIsLeftAlone() throws Exception {
        Files.createDirectories(folder.resolve("history.db.v1.bak.part/in-the-way"));
        assertInstanceOf(Unusable.class, refusal(rebuilding()));
        assertEquals(1, number(file(), versionOne(), "PRAGMA user_version"));
        assertEquals(CONVERSATIONS * MESSAGES, number(file(), versionOne(), COUNT));
    }

    /** Needs the right to mount a small file system in a name space of its own. */
    @Test
    void whereverTheDiskFillsUpTheFileIsLeftAlone() throws Exception {
        var room = Files.createDirectory(folder.resolve("small"));
        var mount = "mount -t tmpfs -o size=16m tmpfs '%s'".formatted(room);
        assumeTrue(succeeds("unshare", "-rm", "sh", "-c", mount), "no small file system");
        var before = List.of("unshare", "-rm", "sh", "-c", mount + " && exec \"$@\"", "sh");
        var child =
                ChildJvm.start(before, FullDiskMigration.class, file().toString(), room.toString());
        try (var lines = child.inputReader()) {
            var expected = List.of(CONVERSATIONS * MESSAGES + " messages", "[DiskFull] often");
            assertEquals(expected, lines.lines().toList());
        }
        assertEquals(0, child.waitFor());
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void theNewestTwoCopiesAreKept() throws Exception {
        var steps = new ArrayList<>(versionOne().steps());
        for (int version = 2; version <= 4; version++) {
            steps.add(Step.sql("CREATE TABLE step" + version + " (x)"));
            Database.open(file(), new Schema(steps)).close();
        }
        assertEquals(List.of("history.db", "history.db.v2.bak", "history.db.v3.bak"), names());
    }

    @Test
    void whatIsErasedIsErasedFromTheCopiesToo() throws Exception {
        var secret = UUID.randomUUID();
        try (var open = Database.open(file(), versionOne())) {
            open.write(it -> hide(it, secret));
        }
        var schema = rebuilding();
        try (var history = new SqliteHistory(Database.open(file(), schema), schema)) {
            assertTrue(bytes("history.db.v1.bak").contains("xyzzy"));
            history.purgeDeleted();
            assertEquals(-1, bytes("history.db.v1.bak").indexOf("xyz"));
            assertEquals(-1, bytes("history.db").indexOf("xyz"));
        }
        var copy = folder.resolve("history.db.v1.bak");
        assertEquals((CONVERSATIONS - 1) * MESSAGES, number(copy, versionOne(), COUNT));
    }

    @Test
    void aCopyThatIsDamagedDoesNotKeepAnythingFromBeingErased() throws Exception {
        try (var open = Database.open(file(), versionOne())) {
            open.write(it -> hide(it, UUID.randomUUID()));
        }
        var schema = rebuilding();
        try (var history = new SqliteHistory(Database.open(file(), schema), schema)) {
            Files.write(folder.resolve("history.db.v1.bak"), new byte[8192]);
            history.purgeDeleted();
        }
        assertEquals(List.of("history.db"), names());
    }

    @Test
    void aLongFillIsDoneInPortionsBesideTheOrdinaryWork() throws Exception {
        var portions = new ArrayList<Long>();
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1 + CONVERSATIONS * MESSAGES / RebuildingSchema.PORTION);
        var schema =
                RebuildingSchema.of(
                        after -> {
                            portions.add(after);
                            begun.countDown();
                            done.countDown();
                        });
        var database = Database.open(file(), schema);
        assertEquals(List.of(), portions);
        try (var history = new SqliteHistory(database, schema)) {
            begun.await();
            database.write(it -> Sql.update(it, "UPDATE message SET content = 'between'"));
            done.await();
            history.restore(ConversationId.random());
            var filled = database.read(it -> Sql.number(it, "SELECT count(*) FROM filled"));
            assertEquals(CONVERSATIONS * MESSAGES, filled);
        }
        assertEquals(0, number(file(), schema, "SELECT count(*) FROM pending_fill"));
        assertEquals(-1, portions.getFirst());
    }

    private static void hide(Connection connection, UUID id) throws SQLException {
        Sql.update(
                connection,
                "UPDATE conversation SET id = ?, title = 'xyzzy', deleted_at = 1 WHERE key = 7",
                id);
        Sql.update(connection, "UPDATE title_search SET title = 'xyzzy' WHERE rowid = 7");
        Sql.update(connection, "UPDATE message SET content = 'xyzzy' WHERE conversation = 7");
        // Longer than the thousand triggers that SQLite nests.
        Sql.update(
                connection,
                """
                WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < 1200)
                INSERT INTO message (key, id, conversation, parent, role, status, created, reasoning, content)
                SELECT 1000000 + n, randomblob(16), 7, CASE n WHEN 1 THEN NULL ELSE 999999 + n END,
                    'USER', 'COMPLETE', 1, '', 'xyzzy' FROM more
                """);
    }

    private void assertRefused(Step step, HistoryFailure why) throws Exception {
        assertEquals(why, assertRefused(step, HistoryException.class).failure());
    }

    private <T extends Exception> T assertRefused(Step step, Class<T> type) throws Exception {
        var schema = new Schema(List.of(RebuildingSchema.one(), step));
        var error = assertThrows(type, () -> Database.open(file(), schema));
        assertEquals(1, number(file(), versionOne(), "PRAGMA user_version"));
        assertEquals(CONVERSATIONS * MESSAGES, number(file(), versionOne(), COUNT));
        return error;
    }

    private HistoryFailure refusal(Schema schema) {
        return assertThrows(HistoryException.class, () -> Database.open(file(), schema)).failure();
    }

    private static Schema rebuilding() throws Exception {
        return RebuildingSchema.of(_ -> {});
    }

    private static Schema versionOne() throws Exception {
        return new Schema(List.of(RebuildingSchema.one()));
    }

    private static long number(Path file, Schema schema, String sql) {
        try (var database = Database.open(file, schema)) {
            // The writing connection, which is the one whose settings count.
            return database.change(connection -> Sql.number(connection, sql));
        }
    }

    private String bytes(String name) throws Exception {
        return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    private Path file() {
        return folder.resolve("history.db");
    }
}
