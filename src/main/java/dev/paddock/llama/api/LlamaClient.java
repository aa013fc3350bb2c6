package dev.paddock.llama.api;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatRequest;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.OpenStreams;
import dev.paddock.http.Http;
import dev.paddock.http.Request;

import tools.jackson.core.json.JsonFactory;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Chats with the ready llama-server. Safe from any thread, for any number of streams at once. */
public final class LlamaClient implements ChatBackend, OpenStreams {
    private static final String PATH = "/v1/chat/completions";
    private static final String ENDING = ".gguf";

    private final Http http;
    private final Supplier<Optional<RunningEngine>> engine;
    private final JsonFactory json = new JsonFactory();
    private final Set<ChatStream> open = ConcurrentHashMap.newKeySet();

    /**
     * @param engine the engine to talk to at this moment
     */
    public LlamaClient(Http http, Supplier<Optional<RunningEngine>> engine) {
        this.http = http;
        this.engine = engine;
    }

    @Override
    public Optional<String> model() {
        return engine.get().map(running -> name(running.plan().model().getFileName().toString()));
    }

    @Override
    public Stream open(ChatRequest request) throws ChatFailedException {
        var running =
                engine.get()
                        .orElseThrow(
                                () -> new ChatFailedException(new ChatFailure.EngineNotReady()));
        var endpoint = running.endpoint();
        var events =
                http.stream(
                        Request.post(
                                endpoint.uri(PATH), endpoint.apiKey(), ChatBody.of(request, json)));
        return new ChatStream(events, json, open);
    }

    /** Each fails with {@link ChatFailure.ConnectionLost}. */
    @Override
    public boolean closeAll() {
        var now = List.copyOf(open);
        now.forEach(ChatStream::closeByEngine);
        return !now.isEmpty();
    }

    @Override
    public Optional<Duration> silence() {
        return open.stream().map(ChatStream::silence).max(Comparator.naturalOrder());
    }

    private static String name(String file) {
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }
}
