package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFiles.KeptCopy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** With real files, damaged as files are. */
class SqliteHistoryFilesTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void allThatBelongsToItIsMovedByteForByte() throws Exception {
        write("history.db", "no history");
        write("history.db-wal", "its log");
        write("history.db-shm", "the log's index");
        write("settings.json", "{}");

        assertEquals(folder.resolve("history-damaged-2026-11-30.db"), files().setAside());

        assertEquals(
                Map.of(
                        "history-damaged-2026-11-30.db", "no history",
                        "history-damaged-2026-11-30.db-shm", "the log's index",
                        "history-damaged-2026-11-30.db-wal", "its log",
                        "settings.json", "{}"),
                contents());
        SqliteHistory.open(file()).close();
    }

    @Test
    void whatWasSetAsideEarlierStays() throws Exception {
        write("history.db", "third");
        write("history-damaged-2026-11-30.db", "first");
        write("history-damaged-2026-11-30-2.db-wal", "log of the second");
        assertEquals(folder.resolve("history-damaged-2026-11-30-3.db"), files().setAside());
        assertEquals("first", contents().get("history-damaged-2026-11-30.db"));
        assertEquals("third", contents().get("history-damaged-2026-11-30-3.db"));
    }

    @Test
    void aFolderInItsPlaceIsMovedToo() throws Exception {
        Files.createDirectories(file().resolve("inside"));
        var aside = files().setAside();
        assertTrue(Files.isDirectory(aside.resolve("inside")));
        SqliteHistory.open(file()).close();
    }

    @Test
    void theCopyFromBeforeAnUpdateIsOfferedAndRestored() throws Exception {
        var before = titles(VersionOne.copyOfReal(file()));
        try (var history = SqliteHistory.open(file())) {
            history.save(Conversation.untitled("Since the update", NOON));
        }
        var copy = files().copy().orElseThrow();
        assertEquals(folder.resolve("history.db.v1.bak"), copy.file());
        var damaged = damage(file());
        var copied = Files.readAllBytes(copy.file());

        var aside = files().restore(copy);

        assertArrayEquals(damaged, Files.readAllBytes(aside));
        assertArrayEquals(copied, Files.readAllBytes(copy.file()));
        assertEquals(before, titles(file()));
    }

    @Test
    void aCopyThatIsDamagedItselfIsNotOffered() throws Exception {
        SqliteHistory.open(VersionOne.copyOfReal(file())).close();
        damage(folder.resolve("history.db.v1.bak"));
        assertEquals(Optional.empty(), files().copy());
        write("history.db.v1.bak", "no database");
        assertEquals(Optional.empty(), files().copy());
    }

    @Test
    void withoutAnUpdateThereIsNoCopy() {
        assertEquals(Optional.empty(), files().copy());
    }

    @Test
    void whatCannotBeCopiedChangesNothing() throws Exception {
        write("history.db", "no history");
        var gone = new KeptCopy(folder.resolve("gone.bak"), NOON, 1);
        var refused = assertThrows(HistoryException.class, () -> files().restore(gone));
        assertInstanceOf(HistoryFailure.Unusable.class, refused.failure());
        assertEquals(Map.of("history.db", "no history"), contents());
    }

    private static List<String> titles(Path history) {
        try (var open = SqliteHistory.open(history)) {
            return open.conversations().stream().map(Conversation::title).toList();
        }
    }

    private static byte[] damage(Path database) throws Exception {
        var bytes = Files.readAllBytes(database);
        Arrays.fill(bytes, 2 * 4096, bytes.length, (byte) 0xee);
        Files.write(database, bytes);
        return bytes;
    }

    private SqliteHistoryFiles files() {
        return new SqliteHistoryFiles(file(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Path file() {
        return folder.resolve("history.db");
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    private Map<String, String> contents() throws Exception {
        var contents = new TreeMap<String, String>();
        try (var all = Files.list(folder)) {
            for (var each : all.toList()) {
                contents.put(each.getFileName().toString(), Files.readString(each));
            }
        }
        return contents;
    }
}
