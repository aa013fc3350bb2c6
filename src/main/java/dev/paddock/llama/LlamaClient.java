package dev.paddock.llama;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatRequest;
import dev.paddock.server.ServerState.RunningEngine;

import tools.jackson.core.json.JsonFactory;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Chats with the ready llama-server. Safe from any thread, for any number of streams at once. */
public final class LlamaClient implements ChatBackend {
    private final HttpClient http;
    private final Supplier<Optional<RunningEngine>> engine;
    private final JsonFactory json = new JsonFactory();
    private final Set<ChatStream> open = ConcurrentHashMap.newKeySet();

    /**
     * @param http from {@link LlamaHttp#newClient}
     * @param engine the engine to talk to at this moment
     */
    public LlamaClient(HttpClient http, Supplier<Optional<RunningEngine>> engine) {
        this.http = http;
        this.engine = engine;
    }

    @Override
    public Optional<String> model() {
        return engine.get().map(running -> name(running));
    }

    @Override
    public Stream open(ChatRequest request) throws ChatFailedException {
        var running =
                engine.get()
                        .orElseThrow(
                                () -> new ChatFailedException(new ChatFailure.EngineNotReady()));
        var post =
                LlamaHttp.request(running.endpoint(), "/v1/chat/completions")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(ChatBody.of(request, json)))
                        .build();
        return new ChatStream(http, post, json, open);
    }

    /** Ends every open stream; each fails with {@link ChatFailure.ConnectionLost}. Never blocks. */
    public void closeStreams() {
        open.forEach(ChatStream::closeByEngine);
    }

    private static String name(RunningEngine running) {
        String file = running.plan().model().getFileName().toString();
        return file.endsWith(".gguf") ? file.substring(0, file.length() - ".gguf".length()) : file;
    }
}
