package dev.paddock.ui.chat;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatRequest;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ServerInfo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Answers with what the test says, when it says it. */
final class FakeBackend implements ChatBackend {
    static final AnswerStatistics FIGURES =
            new AnswerStatistics(812, 640, 431, 184, 935, 42.34, 10_364);

    final List<ChatRequest> requests = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Optional<ChatEvent>> events = new LinkedBlockingQueue<>();

    void say(String delta) {
        events.add(Optional.of(new ChatEvent.Content(delta)));
    }

    void think(String delta) {
        events.add(Optional.of(new ChatEvent.Reasoning(delta)));
    }

    void finish() {
        events.add(Optional.of(new ChatEvent.Finished(FinishReason.STOP, FIGURES)));
    }

    @Override
    public Stream open(ConnectionId connection, ChatRequest request) {
        requests.add(request);
        return new Stream() {
            @Override
            public ServerInfo server() {
                return new ServerInfo("Qwen3-8B-Q4_K_M", "b1", 4096, 1);
            }

            @Override
            public void run(Consumer<ChatEvent> sink) {
                try {
                    for (var next = events.take(); next.isPresent(); next = events.take()) {
                        sink.accept(next.get());
                        if (next.get() instanceof ChatEvent.Finished) {
                            return;
                        }
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void cancel() {
                events.clear();
                events.add(Optional.empty());
            }
        };
    }
}
