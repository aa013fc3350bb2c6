package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ChatTools;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.DelayedExecutor;
import dev.paddock.chat.Message;
import dev.paddock.connection.ConnectionId;
import dev.paddock.option.Options;
import dev.paddock.sqlite.SqliteHistory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A conversation without a window: a real engine answers, a real file keeps it. */
abstract class ChatOnRealEngine {
    @TempDir Path folder;

    final RealEngine engine = new RealEngine();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    SqliteHistory history;
    Conversations conversations;
    ChatSession session;

    /** Asked in place of the engine's client. */
    ChatBackend backend() {
        return engine.client;
    }

    @BeforeEach
    void begin() throws Exception {
        history = SqliteHistory.open(folder.resolve("history.db"));
        conversations =
                new Conversations(
                        new ChatTools(
                                history,
                                backend(),
                                ConnectionId.LOCAL,
                                Clock.systemUTC(),
                                background,
                                DelayedExecutor.on(background)),
                        "untitled");
        session = conversations.create();
        engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1 --ignore-eos"));
    }

    @AfterEach
    void end() {
        conversations.close();
        history.close();
        engine.close();
        background.shutdownNow();
    }

    Message ask(Options options) throws Exception {
        conversations.configure(session.id(), "", options).join();
        assertEquals(Optional.empty(), session.send("Hello").get(30, TimeUnit.SECONDS));
        var ended = new CompletableFuture<Message>();
        try (var _ =
                session.state()
                        .subscribe(
                                now -> {
                                    if (!now.busy()) {
                                        ended.complete(now.messages().getLast());
                                    }
                                })) {
            return ended.get(30, TimeUnit.SECONDS);
        }
    }
}
