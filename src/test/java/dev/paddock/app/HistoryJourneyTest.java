package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.paddock.chat.Conversation;
import dev.paddock.engine.check.TestPorts;
import dev.paddock.sqlite.SqliteHistory;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import org.testfx.api.FxToolkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;

/** What a person sees and can do when the history cannot be used, over real files. */
class HistoryJourneyTest {
    private static final byte[] DAMAGED =
            "This is no history at all, and long enough to be looked at."
                    .repeat(50)
                    .getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path folder;
    private Path data;
    private Path history;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void prepare() throws Exception {
        data = folder.resolve("data");
        history = data.resolve("history.db");
        AppUnderTest.prepare(data, List.of(), "-t 1");
    }

    @Test
    void aDamagedHistoryIsSetAsideAndANewOneBegun() throws Exception {
        Files.write(history, DAMAGED);
        var starter = data.resolve("models/paddock-starter.gguf");
        var port = "--port=" + TestPorts.next();
        try (var app = AppUnderTest.open(data, port, starter.toString())) {
            app.awaitShown(
                    "The conversations cannot be read. "
                            + history
                            + " is damaged or not a history of Paddock. Set it aside to begin"
                            + " anew: it is kept beside the new history, and nothing of it is"
                            + " deleted.");
            app.awaitShown("Your earlier conversations cannot be read.");
            assertFalse(app.shows("No conversations yet"));
            assertArrayEquals(DAMAGED, Files.readAllBytes(history), "nothing before it is asked");
            app.await("the folder's button", () -> app.focus("Show in folder"));
            app.click("Set it aside and begin anew");
            app.awaitShown("The damaged history is kept as ");
            app.awaitShown(aside().toString());
            app.await("the trouble to go", () -> !app.shows("cannot be read"));
            app.awaitShown("No conversations yet");
            app.click("Who are you?");
            app.awaitShown("a tiny language model, built into the app");
            app.awaitShown("tokens/s");
            app.press(KeyCode.CONTROL, KeyCode.K);
            app.await("the conversation", () -> app.listed("Who are you?"));
        }
        assertArrayEquals(DAMAGED, Files.readAllBytes(aside()));
        try (var kept = SqliteHistory.open(history)) {
            assertEquals("Who are you?", kept.conversations().getFirst().title());
        }
    }

    /** The one of today, or of yesterday at midnight. */
    private Path aside() {
        try (var all = Files.list(data)) {
            return all.filter(it -> it.toString().matches(".*history-damaged-[0-9-]+\\.db"))
                    .findFirst()
                    .orElseThrow();
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @Test
    void aQuestionThatCannotBeKeptOffersTheSameAndIsSentAfterwards() throws Exception {
        Files.createDirectories(history.resolve("a folder in its place"));
        var starter = data.resolve("models/paddock-starter.gguf");
        var port = "--port=" + TestPorts.next();
        try (var app = AppUnderTest.open(data, port, starter.toString())) {
            app.awaitShown("The conversations cannot be read. " + history + " is not a file");
            app.click("Dismiss");
            app.await("the note to go", () -> !app.shows("is not a file"));
            app.click("Show why");
            app.awaitShown("The conversations cannot be read. " + history + " is not a file");
            app.click("Dismiss");
            app.await("the note to go again", () -> !app.shows("is not a file"));
            app.click("Who are you?");
            app.awaitShown(
                    "Nothing was sent, because the conversation could not be saved. " + history);
            app.click("Set it aside and begin anew");
            app.awaitShown("The damaged history is kept as ");
            app.awaitShown(aside().toString());
            app.click("Send");
            app.awaitShown("a tiny language model, built into the app");
        }
        assertFalse(Files.isDirectory(history));
    }

    @Test
    void aNewerHistoryNamesThePaddockThatWroteIt() throws Exception {
        SqliteHistory.open(history).close();
        try (var newer = JDBC.createConnection("jdbc:sqlite:" + history, new Properties());
                var statement = newer.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 99");
            statement.executeUpdate("UPDATE written_by SET paddock = '7.1'");
        }
        try (var app = AppUnderTest.open(data)) {
            app.awaitShown(
                    "The conversations cannot be read. "
                            + history
                            + " was written by Paddock 7.1, which is newer. Use that one, or update"
                            + " this one.");
            app.await("the button", () -> app.focus("Show in folder"));
            assertFalse(app.shows("Try again"));
            assertFalse(app.shows("Set it aside and begin anew"));
        }
    }

    @Test
    void aHistoryTakenAwayMeanwhileIsWrittenAnewAndTold() throws Exception {
        var starter = data.resolve("models/paddock-starter.gguf");
        var port = "--port=" + TestPorts.next();
        try (var app = AppUnderTest.open(data, port, starter.toString())) {
            app.click("Who are you?");
            app.awaitShown("a tiny language model, built into the app");
            app.awaitShown("tokens/s");
            Files.delete(history);
            app.awaitShown(history + " was taken away at ");
            app.awaitShown(
                    " while Paddock was using it. It was written anew, and nothing is lost.");
            app.await("the folder's button", () -> app.focus("Show in folder"));
            app.click("Dismiss");
            var stray = folder.resolve("stray");
            Files.write(stray, DAMAGED);
            Files.move(stray, history, StandardCopyOption.REPLACE_EXISTING);
            app.awaitShown("Another file came in the place of " + history);
            Journey.ask(app, "What is a context size?");
            app.awaitShown("The context size is how many tokens");
            Journey.awaitEnd(app);
        }
        try (var kept = SqliteHistory.open(history)) {
            var conversation = kept.conversations().getFirst();
            assertEquals(4, kept.tree(conversation.id()).branch().size());
        }
    }

    @Test
    void anEarlierCopyTakesThePlaceOfTheHistoryAndBack() throws Exception {
        var yesterday = LocalDate.now().minusDays(1);
        var then = Instant.now().minus(Duration.ofDays(1));
        try (var kept = SqliteHistory.open(history)) {
            kept.save(Conversation.untitled("Of yesterday", then));
            kept.backUp(yesterday);
            kept.save(Conversation.untitled("Of today", Instant.now()));
            kept.save(Conversation.untitled("Also of today", Instant.now()));
        }
        var copy = data.resolve("backups/history-" + yesterday + ".db");
        Files.setLastModifiedTime(copy, FileTime.from(then));
        try (var app = AppUnderTest.open(data)) {
            app.await("the list", () -> app.listed("Of today"));
            app.await("the copy of today", () -> Files.exists(ofToday()));
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            app.awaitShown("Restore conversations");
            app.awaitShown("3 conversations");
            app.awaitShown("1 conversation");
            tabTo(app, "Restore", 2);
            app.press(KeyCode.SPACE);
            app.awaitShown("is your history again. What was there before is kept as ");
            app.await("yesterday's", () -> app.listed("Of yesterday"));
            app.await("today's to go", () -> app.listed("Of today").isEmpty());
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            app.awaitShown("3 conversations");
            tabTo(app, "Restore", 1);
            app.press(KeyCode.SPACE);
            app.await("today's", () -> app.listed("Also of today"));
        }
    }

    @Test
    void whoseHistoryIsGoneIsToldOfTheCopies() throws Exception {
        try (var kept = SqliteHistory.open(history)) {
            kept.save(Conversation.untitled("Of yesterday", Instant.now()));
            kept.backUp(LocalDate.now().minusDays(1));
        }
        Files.delete(history);
        try (var app = AppUnderTest.open(data)) {
            app.awaitShown(history + " was not there, so that a new history was begun.");
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            app.awaitShown("1 conversation");
            tabTo(app, "Restore", 1);
            app.press(KeyCode.SPACE);
            app.await("what was lost", () -> app.listed("Of yesterday"));
        }
    }

    private static void tabTo(AppUnderTest app, String name, int which) {
        int seen = 0;
        for (int stops = 0; seen < which && stops < 10; stops++) {
            app.press(KeyCode.TAB);
            seen += app.focused(name) ? 1 : 0;
        }
        assertEquals(which, seen, name);
    }

    private Path ofToday() {
        return data.resolve("backups/history-" + LocalDate.now() + ".db");
    }
}
