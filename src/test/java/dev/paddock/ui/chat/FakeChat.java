package dev.paddock.ui.chat;

import dev.paddock.chat.ChatTools;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.Later;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.Options;
import dev.paddock.signal.Signal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The real chat domain over a history in memory and an engine that says what it is told. */
final class FakeChat implements AutoCloseable {
    final FakeHistory history = new FakeHistory();
    final FakeBackend backend = new FakeBackend();
    final Signal<EngineState> engine = new Signal<>(ready());
    final List<URI> opened = new ArrayList<>();
    final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    final Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    final Later later = Later.on(background);
    final Conversations conversations =
            new Conversations(
                    new ChatTools(history, backend, clock, background, later), "New conversation");

    ChatServices services() {
        return new ChatServices(conversations, engine, background, later, opened::add);
    }

    static EngineState ready() {
        return new EngineState.Ready(
                new EngineState.RunningEngine(
                        new LaunchPlan(Path.of("llama-server"), Path.of("m.gguf"), Options.EMPTY),
                        new Endpoint(8080, "key"),
                        new EngineInfo("m.gguf", 4096, 1, "b1"),
                        1,
                        Samples.NOW,
                        100));
    }

    @Override
    public void close() {
        backend.finish();
        conversations.close();
        background.shutdownNow();
    }
}
