package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.chat.HistoryFiles.KeptCopy;
import dev.paddock.chat.HistoryIncident;
import dev.paddock.chat.HistoryIncident.Broken;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The copies of the days, on the real disk. */
class BackupsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final int PAGE = 4096;

    @TempDir private Path folder;
    private Path file;
    private SqliteHistory history;

    @BeforeEach
    void open() {
        file = folder.resolve("history.db");
        history = SqliteHistory.open(file);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void oneIsKeptForEachDayAndNotMadeTwice() throws Exception {
        keep("first");
        history.backUp(DAY);
        byte[] made = Files.readAllBytes(copy(DAY));
        keep("second");
        history.backUp(DAY);
        assertArrayEquals(made, Files.readAllBytes(copy(DAY)));
        history.backUp(DAY.plusDays(1));
        assertEquals(List.of("first"), titles(copy(DAY)));
        assertEquals(List.of("second", "first"), titles(copy(DAY.plusDays(1))));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", permissions(copy(DAY)));
            assertEquals("rwx------", permissions(copy(DAY).getParent()));
        }
    }

    @Test
    void theNewestSevenAreKept() {
        keep("one");
        Stream.iterate(0, i -> i + 1).limit(9).forEach(i -> history.backUp(DAY.plusDays(i)));
        var expected = Stream.iterate(8, i -> i - 1).limit(7).map(i -> copy(DAY.plusDays(i)));
        assertEquals(expected.toList(), new Backups(file).all());
    }

    @Test
    void whatIsNoCopyTakesNobodysPlaceAndHindersNoErasing() throws Exception {
        keep("stays");
        keep("goes");
        Stream.iterate(0, i -> i + 1).limit(7).forEach(i -> history.backUp(DAY.plusDays(i)));
        Files.write(copy(DAY.plusDays(7)), new byte[0]);
        Files.createDirectories(copy(DAY.plusDays(8)));
        Files.write(folder.resolve("backups/history-2026-13-99.db"), new byte[10]);
        Files.copy(copy(DAY), copy(DAY.plusYears(1)));
        history.backUp(DAY.plusDays(9));
        assertFalse(Files.exists(copy(DAY)));
        assertTrue(Files.exists(copy(DAY.plusDays(1))));
        assertTrue(Files.exists(copy(DAY.plusYears(1))));
        history.delete(history.conversations().getFirst().id());
        history.purgeDeleted();
        assertEquals(List.of("stays"), titles(copy(DAY.plusDays(1))));
        assertEquals(List.of("stays"), titles(copy(DAY.plusYears(1))));
        assertFalse(Files.exists(copy(DAY.plusDays(7))), "of no use");
    }

    @Test
    void whatIsErasedIsErasedFromWhatWasReplacedToo() throws Exception {
        keep("a marked text that is to go");
        history.backUp(DAY);
        var files = new SqliteHistoryFiles(file, Clock.systemUTC());
        var kept = files.copies().getFirst();
        assertEquals(DAY, LocalDate.ofInstant(kept.made(), ZoneId.systemDefault()));
        history.close();
        var replaced = files.restore(kept);
        history = SqliteHistory.open(file);
        assertTrue(holds(replaced, "a marked text"));
        history.delete(history.conversations().getFirst().id());
        history.purgeDeleted();
        assertFalse(holds(replaced, "a marked text"));
    }

    @Test
    void nothingIsNotKept() {
        history.backUp(DAY);
        assertEquals(List.of(), new Backups(file).all());
    }

    @Test
    void allAreOfferedWithWhatTheyHold() {
        keep("one");
        history.backUp(DAY);
        keep("two");
        history.backUp(DAY.plusDays(1));
        var offered = new SqliteHistoryFiles(file, Clock.systemUTC()).copies();
        assertEquals(
                List.of(1, 2), offered.stream().map(KeptCopy::conversations).sorted().toList());
    }

    @Test
    void whatIsErasedIsErasedFromThemToo() throws Exception {
        var marked = "a marked text that is to go";
        keep("stays");
        keep(marked);
        history.backUp(DAY);
        assertTrue(holds(copy(DAY), marked));
        history.delete(history.conversations().getFirst().id());
        history.purgeDeleted();
        assertFalse(holds(copy(DAY), marked));
        assertEquals(List.of("stays"), titles(copy(DAY)));
    }

    @Test
    void aDamagedHistoryIsNotCopied() throws Exception {
        keepMany();
        history.close();
        damage(file);
        history = SqliteHistory.open(file);
        var damaged = assertThrows(HistoryException.class, () -> history.backUp(DAY));
        assertEquals(new Damaged(file, Damage.BROKEN), damaged.failure());
        assertEquals(List.of(), new Backups(file).all());
    }

    @Test
    void pagesOverwrittenInItsMiddleAreFoundAfterAnUncleanEnd() throws Exception {
        keepMany();
        history.purgeDeleted();
        history.close();
        history = SqliteHistory.open(file);
        keep("in the log");
        var crashed = Files.createDirectories(folder.resolve("crashed")).resolve("history.db");
        Files.copy(file, crashed);
        Files.copy(SqliteHistoryFiles.beside(file, "-wal"), beside(crashed));
        damage(crashed);
        var told = new LinkedBlockingQueue<HistoryIncident>();
        SqliteHistory.open(crashed, told::add).close();
        var incident = told.poll(30, TimeUnit.SECONDS);
        assertEquals(
                new Damaged(crashed, Damage.BROKEN),
                assertInstanceOf(Broken.class, incident).why());
    }

    private static Path beside(Path crashed) {
        return SqliteHistoryFiles.beside(crashed, "-wal");
    }

    private void keepMany() {
        for (int i = 0; i < 300; i++) {
            keep("conversation number " + i + " with a title of some length".repeat(3));
        }
    }

    /** In a page of a table, not in the head and the catalogue. */
    private static void damage(Path database) throws IOException {
        try (var channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            for (long page = channel.size() / PAGE / 2; page < channel.size() / PAGE - 1; page++) {
                channel.write(
                        java.nio.ByteBuffer.wrap("no page at all".getBytes(StandardCharsets.UTF_8)),
                        page * PAGE);
            }
        }
    }

    private void keep(String title) {
        var now = Instant.EPOCH.plusSeconds(history.conversations().size());
        history.save(Conversation.untitled(title, now));
    }

    private Path copy(LocalDate day) {
        return folder.resolve("backups/history-" + day + ".db");
    }

    private static boolean holds(Path database, String text) throws IOException {
        return new String(Files.readAllBytes(database), StandardCharsets.ISO_8859_1).contains(text);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> titles(Path database) {
        try (var open = SqliteHistory.open(database)) {
            return open.conversations().stream().map(Conversation::title).toList();
        }
    }
}
