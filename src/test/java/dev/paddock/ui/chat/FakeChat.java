package dev.paddock.ui.chat;

import dev.paddock.chat.ChatTools;
import dev.paddock.chat.ConversationFiles;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.DelayedExecutor;
import dev.paddock.chat.HistoryRecovery;
import dev.paddock.chat.LazyHistory;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.Readiness;
import dev.paddock.exchange.ConversationExchange;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Signal;
import dev.paddock.ui.DemoParts.FakePreferences;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The real chat domain over a history in memory and a server that says what it is told. */
final class FakeChat implements AutoCloseable {
    final FakeHistory history = new FakeHistory();
    final FakeBackend backend = new FakeBackend();
    final Signal<Readiness> readiness = new Signal<>(Readiness.READY);
    final Signal<BeforeStart> before = new Signal<>(BeforeStart.NOTHING);
    final FakePreferences preferences = new FakePreferences(Settings.DEFAULT);
    final AtomicInteger starts = new AtomicInteger();
    final List<URI> opened = new ArrayList<>();
    final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    final Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    final DelayedExecutor later = DelayedExecutor.on(background);
    final Conversations conversations =
            new Conversations(
                    new ChatTools(history, backend, ConnectionId.LOCAL, clock, background, later),
                    "New conversation");

    final FakeHistoryFiles files = new FakeHistoryFiles(history);

    ChatServices services() {
        return new ChatServices(
                conversations,
                preferences,
                new ChatServices.Engine(readiness, before, starts::incrementAndGet),
                background,
                later,
                opened::add,
                new ChatServices.HistoryServices(
                        new HistoryRecovery(
                                conversations, new LazyHistory(_ -> history), files, background),
                        new ConversationFiles(history, new ConversationExchange(), background)));
    }

    @Override
    public void close() {
        backend.finish();
        history.release();
        conversations.close();
        background.shutdownNow();
    }
}
