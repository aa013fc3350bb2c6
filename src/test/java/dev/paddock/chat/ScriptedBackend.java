package dev.paddock.chat;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ServerInfo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/** Plays a script per request; keeps the requests that were sent. */
final class ScriptedBackend implements ChatBackend {
    static final AnswerStatistics FIGURES = new AnswerStatistics(9, 3, 5, 20, 300, 50, 120);

    final List<ChatRequest> requests = Collections.synchronizedList(new ArrayList<>());
    volatile Optional<String> model = Optional.of("tiny");
    volatile int cancelled;
    private final List<String> log;
    private final Queue<List<Step>> scripts = new ArrayDeque<>();

    /** What happens next in a stream. */
    interface Step {
        void play(Consumer<ChatEvent> sink) throws ChatFailedException;
    }

    ScriptedBackend(List<String> log) {
        this.log = log;
    }

    /** For the next request without a script. */
    synchronized void script(Step... steps) {
        scripts.add(List.of(steps));
    }

    static Step say(String delta) {
        return sink -> sink.accept(new ChatEvent.Content(delta));
    }

    static Step read(int processed, int total) {
        return sink -> sink.accept(new ChatEvent.PromptProgress(processed, total, 3, 10));
    }

    static Step think(String delta) {
        return sink -> sink.accept(new ChatEvent.Reasoning(delta));
    }

    static Step then(Runnable action) {
        return sink -> action.run();
    }

    static Step finish(FinishReason reason) {
        return sink -> sink.accept(new ChatEvent.Finished(reason, FIGURES));
    }

    static Step fail(ChatFailure failure) {
        return sink -> {
            throw new ChatFailedException(failure);
        };
    }

    @Override
    public Stream open(ConnectionId connection, ChatRequest request) throws ChatFailedException {
        var server = new ServerInfo(model.orElseThrow(ScriptedBackend::nobody), "b1", 4096, 1);
        return new Play(server, request);
    }

    private static ChatFailedException nobody() {
        return new ChatFailedException(new ChatFailure.EngineNotReady());
    }

    private synchronized List<Step> next() {
        return scripts.remove();
    }

    private final class Play implements Stream {
        private final ServerInfo server;
        private final ChatRequest request;
        private volatile boolean over;

        Play(ServerInfo server, ChatRequest request) {
            this.server = server;
            this.request = request;
        }

        @Override
        public ServerInfo server() {
            return server;
        }

        @Override
        public void run(Consumer<ChatEvent> sink) throws ChatFailedException {
            log.add("send");
            requests.add(request);
            for (var step : next()) {
                if (over) {
                    return;
                }
                step.play(sink);
            }
        }

        @Override
        public void cancel() {
            over = true;
            cancelled++;
        }
    }
}
