package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.JDBC;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;

class SchemaTest {
    private static final Schema ONE =
            new Schema(List.of(Step.sql("CREATE TABLE a (x); INSERT INTO a VALUES (1)")));
    private static final Schema TWO =
            new Schema(List.of(ONE.steps().getFirst(), Step.sql("ALTER TABLE a RENAME TO b")));

    @TempDir private Path folder;

    @Test
    void makesTheFileAndItsFolders() {
        var file = folder.resolve("a/b/history.db");
        SqliteHistory.open(file).close();
        assertEquals(Schema.released().steps().size(), version(file, Schema.released()));
    }

    @Test
    void takesAnEmptyFile() throws Exception {
        Files.createFile(file());
        SqliteHistory.open(file()).close();
        assertEquals(1, number(file(), Schema.released(), "SELECT count(*) = 0 FROM message"));
    }

    @Test
    void bringsAnOlderFileUpToDateAndKeepsItsRows() {
        Database.open(file(), ONE).close();
        assertEquals(1, number(file(), TWO, "SELECT x FROM b"));
        assertEquals(2, version(file(), TWO));
        assertEquals(1, number(file(), TWO, "SELECT count(*) FROM b"));
    }

    @Test
    void aStepThatFailsLeavesTheOlderFile() {
        Database.open(file(), ONE).close();
        var failing =
                new Schema(
                        List.of(ONE.steps().getFirst(), Step.sql("DROP TABLE a; SELECT nothing")));
        assertThrows(HistoryException.class, () -> Database.open(file(), failing));
        assertEquals(1, number(file(), ONE, "SELECT x FROM a"));
    }

    @Test
    void openingAFileThatIsUpToDateWritesNothing() throws Exception {
        SqliteHistory.open(file()).close();
        var longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file(), longAgo);
        try (var history = SqliteHistory.open(file())) {
            assertEquals(List.of(), history.conversations());
            assertEquals(0, Files.size(folder.resolve("history.db-wal")));
        }
        assertEquals(longAgo, Files.getLastModifiedTime(file()));
    }

    @Test
    void refusesANewerFile() {
        Database.open(file(), TWO).close();
        assertEquals(Kind.TOO_NEW, refusal(ONE));
        assertEquals(1, number(file(), TWO, "SELECT x FROM b"));
    }

    @Test
    void leavesAnotherProgramsDatabaseAlone() throws Exception {
        try (var other = JDBC.createConnection("jdbc:sqlite:" + file(), new Properties())) {
            Sql.script(other, "CREATE TABLE theirs (x); PRAGMA user_version = 1");
        }
        assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 15, 100, 511, 512, 4096, 100_000})
    void leavesAFileThatIsNoDatabaseAlone(int size) throws Exception {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Files.write(file(), bytes);
        assertUntouched();
    }

    @Test
    void leavesAFileOfZerosAlone() throws Exception {
        Files.write(file(), new byte[8192]);
        assertUntouched();
    }

    @Test
    void leavesAFileWithADamagedBeginningAlone() throws Exception {
        SqliteHistory.open(file()).close();
        var bytes = Files.readAllBytes(file());
        System.arraycopy("{\"chats\":[]}    ".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 16);
        Files.write(file(), bytes);
        assertUntouched();
    }

    @Test
    void saysSoWhenAPageInsideIsDamaged() throws Exception {
        try (var history = SqliteHistory.open(file())) {
            for (int i = 0; i < 500; i++) {
                history.save(Conversation.untitled("Title " + i, Instant.EPOCH));
            }
        }
        var bytes = Files.readAllBytes(file());
        for (int page = 5 * 4096; page < bytes.length; page += 4096) {
            Arrays.fill(bytes, page, page + 4096, (byte) 0xee);
        }
        Files.write(file(), bytes);
        try (var history = SqliteHistory.open(file())) {
            var error = assertThrows(HistoryException.class, history::conversations);
            assertEquals(Kind.DAMAGED, error.kind());
        }
    }

    private void assertUntouched() throws Exception {
        var before = Files.readAllBytes(file());
        assertEquals(Kind.DAMAGED, refusal(Schema.released()));
        assertArrayEquals(before, Files.readAllBytes(file()));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    private Kind refusal(Schema schema) {
        return assertThrows(HistoryException.class, () -> Database.open(file(), schema)).kind();
    }

    private static long version(Path file, Schema schema) {
        return number(file, schema, "PRAGMA user_version");
    }

    private static long number(Path file, Schema schema, String sql) {
        try (var database = Database.open(file, schema)) {
            return database.read(connection -> Sql.number(connection, sql));
        }
    }

    private Path file() {
        return folder.resolve("history.db");
    }
}
