package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatFailure.Fault;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

class ChatFailureWordsTest {
    private static final Path FILE = Path.of("/data/history.db");

    private final ChatFailureWords chats = new ChatFailureWords(new Words());

    private static List<HistoryFailure> histories() {
        return Stream.concat(
                        Stream.of(
                                new HistoryFailure.DiskFull(FILE),
                                new HistoryFailure.NoPermission(FILE),
                                new HistoryFailure.InUse(FILE),
                                new HistoryFailure.TooNew(FILE, 9, 2, Optional.empty()),
                                new HistoryFailure.TooNew(FILE, 9, 2, Optional.of("7.1")),
                                new HistoryFailure.WouldLose(FILE),
                                new HistoryFailure.Unusable(FILE, ""),
                                new HistoryFailure.Unusable(FILE, "says")),
                        Stream.of(Damage.values())
                                .map(damage -> new HistoryFailure.Damaged(FILE, damage)))
                .map(HistoryFailure.class::cast)
                .toList();
    }

    private static List<ChatFailure> failures() {
        var plain =
                Stream.of(
                        new ChatFailure.EngineNotReady(),
                        new ChatFailure.ContextOverflow(5000, 4096),
                        new ChatFailure.ContextFull(),
                        new ChatFailure.TimeLimit(java.time.Duration.ofSeconds(30)),
                        new ChatFailure.Unauthorized(),
                        new ChatFailure.DeviceLost("says"),
                        new ChatFailure.Rejected(500, "says"),
                        new ChatFailure.Rejected(500, ""),
                        new ChatFailure.ConversationClosed());
        var lost = Stream.of(Loss.values()).map(ChatFailure.ConnectionLost::new);
        var broken =
                Stream.of(Fault.values())
                        .flatMap(
                                fault ->
                                        Stream.of("", "says")
                                                .map(
                                                        it ->
                                                                new ChatFailure.BrokenStream(
                                                                        fault, it)));
        var unsaved = histories().stream().map(ChatFailure.NotSaved::new);
        return Stream.of(plain, lost, broken, unsaved)
                .flatMap(each -> each)
                .map(ChatFailure.class::cast)
                .toList();
    }

    @Test
    void everyFailureHasItsWords() {
        Samples.assertCovers(ChatFailure.class, failures());
        Samples.assertCovers(HistoryFailure.class, histories());
        failures().stream().map(chats::of).forEach(Samples::assertFilled);
        histories().stream().map(chats::unsaved).forEach(Samples::assertFilled);
    }

    @Test
    void aHistoryThatCannotBeUsedIsNamedWithItsPath() {
        assertEquals(
                List.of(
                        "The disk with /data/history.db is full. Free some space.",
                        "/data/history.db cannot be written. Allow this account to write it and"
                                + " its folder.",
                        "Another program is using /data/history.db. Close it, then try again.",
                        "/data/history.db was written by a newer Paddock: its format is 9, and"
                                + " this one knows formats up to 2. Update this one.",
                        "/data/history.db was written by Paddock 7.1, which is newer. Use that"
                                + " one, or update this one.",
                        "Bringing /data/history.db up to date would have lost messages, so it was"
                                + " left as it was. Go back to the Paddock you used before, and"
                                + " report this one.",
                        "/data/history.db cannot be used, and the database does not say why. Look"
                                + " at its folder, then try again.",
                        "/data/history.db cannot be used; the database says “says”. Free it from"
                                + " what hinders that, then try again.",
                        "/data/history.db is damaged. Set it aside to begin anew: it is kept beside"
                                + " the new history, and nothing of it is deleted. Answers that are"
                                + " being written end there."),
                histories().stream().limit(9).map(chats::of).toList());
    }

    @Test
    void whatTheServerSaysIsQuotedWithinOurOwnSentence() {
        assertEquals(
                "The engine refused the request (400) and says “no slot”. Change what it names, or"
                        + " try again; the log may tell more.",
                chats.of(new ChatFailure.Rejected(400, "no slot")));
        assertEquals(
                "The engine refused the request (400) without saying why. Try again; if it happens"
                        + " again, look into the log.",
                chats.of(new ChatFailure.Rejected(400, " ")));
        assertEquals(
                "The engine’s reply could not be understood: it sent “<html>”. Try again; if it"
                        + " happens again, look into the log.",
                chats.of(new ChatFailure.BrokenStream(Fault.NOT_AN_EVENT, "<html>")));
        assertEquals(
                "Another engine took the place of the one that was asked. Try again to ask that"
                        + " one.",
                chats.of(new ChatFailure.ConnectionLost(Loss.ENGINE_REPLACED)));
    }

    @Test
    void whatNobodyForesawIsADefectWithARemedy() {
        var full = new HistoryException(new HistoryFailure.DiskFull(FILE));
        assertEquals(
                "The disk with /data/history.db is full. Free some space.",
                chats.of(new CompletionException(full)));
        assertEquals(
                "It is no longer in the list, because it was deleted meanwhile. Choose another"
                        + " one.",
                chats.of(new NoSuchElementException("No value present")));
        assertEquals(
                "A defect of Paddock’s own came between (IllegalStateException: “odd”). Try again;"
                        + " if it happens again, report it with the diagnostics of the Help menu.",
                chats.of(new CompletionException(new IllegalStateException("odd"))));
        assertEquals(
                "A defect of Paddock’s own came between (NullPointerException). Try again; if it"
                        + " happens again, report it with the diagnostics of the Help menu.",
                chats.of(new NullPointerException()));
    }
}
