package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.finish;
import static dev.paddock.chat.ScriptedBackend.say;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.connection.ConnectionId;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything runs on the test's own thread. */
class DailyBackupTest {
    private static final Path FILE = Path.of("history.db");

    private final List<String> log = new ArrayList<>();
    private final ManualTime time = new ManualTime();
    private final MemoryHistory memory = new MemoryHistory(log);
    private final LazyHistory history = new LazyHistory(_ -> memory);
    private final ScriptedBackend backend = new ScriptedBackend(log);
    private final Conversations conversations =
            new Conversations(
                    new ChatTools(history, backend, ConnectionId.LOCAL, time, Runnable::run, time),
                    "Untitled");

    @Test
    void oneIsMadeWhenItIsOpenedAndAfterTheFirstAnswerOfEachNewDay() {
        try (var _ = DailyBackup.watch(conversations, history, time, Runnable::run)) {
            assertEquals(List.of(), backups());
            answer();
            assertEquals(List.of("back up 2026-03-01"), backups());
            conversations.load();
            answer();
            assertEquals(List.of("back up 2026-03-01"), backups());
            time.advance(Duration.ofDays(1).toMillis());
            assertEquals(List.of("back up 2026-03-01"), backups());
            answer();
            answer();
            assertEquals(List.of("back up 2026-03-01", "back up 2026-03-02"), backups());
        }
        time.advance(Duration.ofDays(1).toMillis());
        answer();
        assertEquals(2, backups().size());
    }

    @Test
    void onTheFirstDayItIsMadeAfterTheFirstAnswer() {
        try (var _ = DailyBackup.watch(conversations, history, time, Runnable::run)) {
            conversations.load();
            assertEquals(List.of("back up 2026-03-01"), backups(), "tried, and nothing to keep");
            answer();
            assertEquals(2, backups().size());
            answer();
            assertEquals(2, backups().size());
        }
    }

    @Test
    void whyNoneCouldBeMadeIsTold() {
        var full = new HistoryFailure.DiskFull(FILE);
        memory.breakWith(full);
        try (var _ = DailyBackup.watch(conversations, history, time, Runnable::run)) {
            conversations.load();
            assertEquals(
                    Optional.of(new HistoryIncident.NotBackedUp(FILE, time.instant(), full)),
                    history.incidents().value());
        }
    }

    @Test
    void damageThatIsFoundMeanwhileIsToldAsSuch() {
        var damaged = new HistoryFailure.Damaged(FILE, HistoryFailure.Damage.BROKEN);
        memory.breakWith(damaged);
        try (var _ = DailyBackup.watch(conversations, history, time, Runnable::run)) {
            conversations.load();
            assertEquals(
                    Optional.of(new HistoryIncident.Broken(damaged, time.instant())),
                    history.incidents().value());
        }
    }

    private void answer() {
        backend.script(say("Hello"), finish(ChatEvent.FinishReason.STOP));
        conversations.create().send("Hi");
    }

    private List<String> backups() {
        return log.stream().filter(line -> line.startsWith("back up")).toList();
    }
}
