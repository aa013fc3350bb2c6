package dev.paddock.llama.api;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatRequest;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ServerInfo;
import dev.paddock.engine.Endpoint;
import dev.paddock.http.Request;
import dev.paddock.http.SocketStream;

import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** {@link LlamaClient} and {@link LlamaProbe} over the sockets that are read by hand. */
public final class SocketBackend implements ChatBackend {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private final JsonFactory json = new JsonFactory();

    public SocketBackend(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Asks what a start asks. */
    public void probe() throws IOException {
        SocketStream.send(Request.get(endpoint.uri("/health"), endpoint.key().text()), LIMIT);
        var props =
                SocketStream.send(
                        Request.get(endpoint.uri("/props"), endpoint.key().text()), LIMIT);
        Props.read(json, props.body());
    }

    @Override
    public Stream open(ConnectionId connection, ChatRequest request) {
        var post =
                Request.post(
                        endpoint.uri("/v1/chat/completions"),
                        endpoint.key().text(),
                        ChatBody.of(request, json));
        return new SocketChat(post, new SocketStream(), json);
    }

    private record SocketChat(Request request, SocketStream events, JsonFactory json)
            implements Stream {
        @Override
        public ServerInfo server() {
            return new ServerInfo("bench", "", 0, 1);
        }

        @Override
        public void run(Consumer<ChatEvent> sink) throws ChatFailedException {
            var answer = new ChatEventReader(sink, json, Integer.MAX_VALUE);
            try (events) {
                events.run(
                        request,
                        (bytes, from, length) -> {
                            answer.event(bytes, from, length);
                            return !answer.done();
                        });
            } catch (IOException broken) {
                throw new ChatFailedException(
                        new ChatFailure.ConnectionLost(ChatFailure.Loss.BROKEN));
            }
            answer.end();
        }

        @Override
        public void cancel() {
            events.close();
        }
    }
}
