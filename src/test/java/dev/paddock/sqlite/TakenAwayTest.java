package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.chat.HistoryIncident;
import dev.paddock.chat.HistoryIncident.Adrift;
import dev.paddock.chat.HistoryIncident.Broken;
import dev.paddock.chat.HistoryIncident.Displaced;
import dev.paddock.chat.HistoryIncident.Rewritten;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A history whose file is removed, replaced or cut off while it is open, on the real disk. */
class TakenAwayTest {
    private static final int SECONDS = 30;

    @TempDir private Path folder;
    private final BlockingQueue<HistoryIncident> told = new LinkedBlockingQueue<>();
    private Path file;
    private SqliteHistory history;

    @BeforeEach
    void open() {
        file = folder.resolve("data/history.db");
        history = SqliteHistory.open(file, told::add);
        keep("before");
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void isWrittenAnewAtOnceWhenItWasRemoved() throws Exception {
        Files.delete(file);
        assertEquals(file, assertInstanceOf(Rewritten.class, next()).file());
        keep("after");
        history.close();
        assertEquals(List.of("after", "before"), kept());
    }

    @Test
    void isWrittenAnewAgainAndAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            Files.delete(file);
            assertEquals(file, eventually(Rewritten.class).file());
        }
        keep("after");
        Files.delete(file);
        assertEquals(file, eventually(Rewritten.class).file());
        history.close();
        assertEquals(List.of("after", "before"), kept());
    }

    @Test
    void isWrittenAnewAfterItsLogWasRemovedAsWell() throws Exception {
        for (int i = 0; i < 2; i++) {
            for (var ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(SqliteHistoryFiles.beside(file, ending));
            }
            assertEquals(file, eventually(Rewritten.class).file());
        }
        keep("after");
        history.close();
        assertEquals(List.of("after", "before"), kept());
    }

    @Test
    void isWrittenAnewWhereItsFolderWasMovedAway() throws Exception {
        Files.move(file.getParent(), folder.resolve("elsewhere"));
        assertEquals(file, assertInstanceOf(Rewritten.class, next()).file());
        keep("after");
        history.close();
        assertEquals(List.of("after", "before"), kept());
        try (var moved = SqliteHistory.open(folder.resolve("elsewhere/history.db"))) {
            assertEquals(List.of("before"), titles(moved));
        }
    }

    @Test
    void setsAsideWhatCameInItsPlace() throws Exception {
        var other = folder.resolve("other.db");
        try (var another = SqliteHistory.open(other)) {
            keep(another, "somebody else's");
        }
        byte[] bytes = Files.readAllBytes(other);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        var displaced = assertInstanceOf(Displaced.class, next());
        assertArrayEquals(bytes, Files.readAllBytes(displaced.found()));
        assertTrue(displaced.found().getFileName().toString().startsWith("history-found-"));
        keep("after");
        history.close();
        assertEquals(List.of("after", "before"), kept());
        try (var found = SqliteHistory.open(displaced.found())) {
            assertEquals(List.of("somebody else's"), titles(found));
        }
    }

    @Test
    void goesOnWithoutItAndIsWrittenAsSoonAsThatCanBe() throws Exception {
        blockFolder();
        var adrift = assertInstanceOf(Adrift.class, eventually(Adrift.class));
        assertEquals(file, adrift.file());
        keep("meanwhile");
        assertEquals(List.of("meanwhile", "before"), titles(history));
        assertThrows(HistoryException.class, history::keepInPlace);
        Files.delete(file.getParent());
        history.keepInPlace();
        assertEquals(file, eventually(Rewritten.class).file());
        keep("after");
        history.close();
        assertEquals(List.of("after", "meanwhile", "before"), kept());
    }

    @Test
    void tellsThatItWasCutOff() throws Exception {
        history.purgeDeleted();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(100);
        }
        var broken = assertInstanceOf(Broken.class, next());
        assertEquals(new Damaged(file, Damage.BROKEN), broken.why());
        history.close();
        history = SqliteHistory.open(folder.resolve("another.db"));
    }

    private HistoryIncident next() throws InterruptedException {
        var incident = told.poll(SECONDS, TimeUnit.SECONDS);
        assertTrue(incident != null, "nothing was told");
        return incident;
    }

    private HistoryIncident eventually(Class<? extends HistoryIncident> kind)
            throws InterruptedException {
        var incident = next();
        while (!kind.isInstance(incident)) {
            keepOrFail();
            incident = next();
        }
        return incident;
    }

    private void keepOrFail() {
        try {
            history.keepInPlace();
        } catch (HistoryException stillAway) {
            // Told as well.
        }
    }

    /** The watch may write it anew before the place is taken: then again. */
    private void blockFolder() throws IOException {
        for (int i = 0; !Files.isRegularFile(file.getParent()); i++) {
            Files.move(file.getParent(), folder.resolve("away" + i));
            try {
                Files.createFile(file.getParent());
            } catch (FileAlreadyExistsException writtenAnew) {
                continue;
            }
        }
    }

    private void keep(String title) {
        keep(history, title);
    }

    private void keep(SqliteHistory where, String title) {
        var now = Instant.EPOCH.plusSeconds(titles(where).size());
        where.save(Conversation.untitled(title, now));
    }

    private List<String> kept() {
        try (var again = SqliteHistory.open(file)) {
            return titles(again);
        }
    }

    private static List<String> titles(SqliteHistory where) {
        return where.conversations().stream().map(Conversation::title).toList();
    }
}
