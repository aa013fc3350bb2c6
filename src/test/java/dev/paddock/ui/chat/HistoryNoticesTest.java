package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFiles.KeptCopy;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.OneThread;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What is offered against each cause. One thread plays the FX thread. */
class HistoryNoticesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Path FILE = Path.of("/data/history.db");
    private static final HistoryFailure DAMAGED = new HistoryFailure.Damaged(FILE, Damage.BROKEN);

    private final FakeChat fake = new FakeChat();
    private final OneThread fx = new OneThread();
    private final Notices notices = new Notices();
    private final List<String> done = new ArrayList<>();
    private final HistoryNotices problems =
            new HistoryNotices(
                    fake.services(), fx, new Words(), notices, () -> done.add("replaced"));

    @AfterEach
    void close() {
        fake.close();
        fx.close();
    }

    static Stream<Arguments> causes() {
        return Stream.of(
                arguments(new HistoryFailure.DiskFull(FILE), List.of("Try again")),
                arguments(new HistoryFailure.NoPermission(FILE), List.of("Try again")),
                arguments(new HistoryFailure.InUse(FILE), List.of("Try again")),
                arguments(
                        new HistoryFailure.TooNew(FILE, 9, 2, Optional.of("7.1")),
                        List.of("Show in folder")),
                arguments(new HistoryFailure.WouldLose(FILE), List.of("Show in folder")),
                arguments(
                        new HistoryFailure.Unusable(FILE, "says"),
                        List.of("Try again", "Show in folder")),
                arguments(
                        DAMAGED,
                        List.of("Set it aside and begin anew", "Show in folder", "Try again")));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void eachCauseHasTheButtonsThatHelp(HistoryFailure why, List<String> buttons) throws Exception {
        tell(why);
        assertEquals(buttons, shown().actions().stream().map(Notice.Action::name).toList());
        assertTrue(shown().text().startsWith("The conversations cannot be read. "));
        assertTrue(shown().text().contains("/data/history.db"), shown().text());
    }

    @Test
    void aDefectCanOnlyBeTriedAgain() throws Exception {
        run(
                () ->
                        problems.tell(
                                "t",
                                "chat.problem.read",
                                new IllegalStateException("odd"),
                                again()));
        assertEquals(
                "The conversations cannot be read. A defect of Paddock’s own came between"
                        + " (IllegalStateException: “odd”). Try again; if it happens again, report"
                        + " it with the diagnostics of the Help menu.",
                shown().text());
        press("Try again");
        assertEquals(List.of("again"), done);
    }

    @Test
    void aDamagedOneIsSetAsideAndItsPlaceIsTold() throws Exception {
        tell(DAMAGED);
        press("Set it aside and begin anew");
        await(() -> done.equals(List.of("replaced")));
        assertEquals(List.of("set aside"), fake.files.done);
        assertEquals(
                "The damaged history is kept as /data/history-damaged-2026-11-30.db.",
                shown().text());
        press("Show in folder");
        assertEquals(List.of(Path.of("/data").toUri()), opened());
    }

    @Test
    void aCopyThatIsWholeCanBeRestored() throws Exception {
        var copy =
                new KeptCopy(
                        Path.of("/data/history.db.v1.bak"),
                        Instant.parse("2026-03-05T12:00:00Z"),
                        3);
        fake.files.copy = Optional.of(copy);
        tell(DAMAGED);
        assertTrue(shown().text().contains("A copy of March 5, 2026 is whole"), shown().text());
        press("Restore the copy");
        await(() -> done.equals(List.of("replaced")));
        assertEquals(List.of("restored /data/history.db.v1.bak"), fake.files.done);
        assertEquals(
                "The copy of March 5, 2026 is your history again. What was there before is kept as"
                        + " /data/history-damaged-2026-11-30.db.",
                shown().text());
    }

    @Test
    void whoLooksAtTheFolderKeepsTheOtherButtons() throws Exception {
        tell(DAMAGED);
        press("Show in folder");
        assertEquals(List.of(Path.of("/data").toUri()), opened());
        assertEquals(3, shown().actions().size());
    }

    @Test
    void whyItCannotBeSetAsideIsSaid() throws Exception {
        fake.files.refusal = Optional.of(new HistoryFailure.NoPermission(FILE));
        tell(DAMAGED);
        press("Set it aside and begin anew");
        await(() -> !notices.shown().isEmpty());
        assertEquals(
                "The history could not be set aside. /data/history.db cannot be written. Allow this"
                        + " account to write it and its folder.",
                shown().text());
        fake.files.refusal = Optional.empty();
        press("Try again");
        await(() -> done.equals(List.of("replaced")));
    }

    private Runnable again() {
        return () -> done.add("again");
    }

    private void tell(HistoryFailure why) throws Exception {
        var failure = new CompletionException(new HistoryException(why));
        run(() -> problems.tell("topic", "chat.problem.read", failure, again()));
        await(() -> !notices.shown().isEmpty());
    }

    private Notice shown() throws Exception {
        return get(() -> notices.shown().getFirst());
    }

    private void press(String name) throws Exception {
        var notice = shown();
        var action = notice.actions().stream().filter(it -> it.name().equals(name)).findFirst();
        run(() -> notices.act(notice, action.orElseThrow()));
    }

    private List<URI> opened() throws Exception {
        return get(() -> List.copyOf(fake.opened));
    }

    private void run(Runnable job) throws Exception {
        fx.jobs().submit(job).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private <T> T get(java.util.concurrent.Callable<T> job) throws Exception {
        return fx.jobs().submit(job).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!get(condition::getAsBoolean)) {
            assertTrue(System.nanoTime() < end, "never came true");
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}
