package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.chat.HistoryFailure.TooNew;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.JDBC;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    void refusesANewerFile() throws Exception {
        Database.open(file(), TWO).close();
        assertEquals(new TooNew(file(), 2, 1, Optional.of(version())), refusal(ONE));
        assertEquals(1, number(file(), TWO, "SELECT x FROM b"));
    }

    /** As files are that no Paddock has changed since it writes its version down. */
    @Test
    void aNewerFileNeedNotSayWhoWroteIt() {
        Database.open(file(), TWO).close();
        try (var open = Database.open(file(), TWO)) {
            open.alone(connection -> Sql.script(connection, "DROP TABLE written_by"));
        }
        assertEquals(new TooNew(file(), 2, 1, Optional.empty()), refusal(ONE));
    }

    private static String version() throws IOException {
        try (var in = SchemaTest.class.getResourceAsStream("/dev/paddock/version.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
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
            assertEquals(new Damaged(file(), Damage.BROKEN), error.failure());
        }
    }

    private void assertUntouched() throws Exception {
        var before = Files.readAllBytes(file());
        assertEquals(new Damaged(file(), Damage.NOT_A_HISTORY), refusal(Schema.released()));
        assertArrayEquals(before, Files.readAllBytes(file()));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file()), files.toList());
        }
    }

    private HistoryFailure refusal(Schema schema) {
        return assertThrows(HistoryException.class, () -> Database.open(file(), schema)).failure();
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
