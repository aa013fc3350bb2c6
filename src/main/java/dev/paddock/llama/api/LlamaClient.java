package dev.paddock.llama.api;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatRequest;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ReadyServer;
import dev.paddock.engine.ApiKey;
import dev.paddock.engine.OpenStreams;
import dev.paddock.http.Http;
import dev.paddock.http.Request;

import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Chats with llama-servers. Safe from any thread, for any number of streams at once. */
public final class LlamaClient implements ChatBackend {
    private static final String PATH = "/v1/chat/completions";

    private static final Duration STILL_THERE = Duration.ofSeconds(1);

    private final Http http;
    private final Function<ConnectionId, Optional<ReadyServer>> servers;
    private final JsonFactory json = new JsonFactory();
    private final Map<ConnectionId, OpenChats> open = new ConcurrentHashMap<>();

    /**
     * @param servers the one behind a connection at this moment
     */
    public LlamaClient(Http http, Function<ConnectionId, Optional<ReadyServer>> servers) {
        this.http = http;
        this.servers = servers;
    }

    @Override
    public Stream open(ConnectionId connection, ChatRequest request) throws ChatFailedException {
        var server =
                servers.apply(connection)
                        .orElseThrow(
                                () -> new ChatFailedException(new ChatFailure.EngineNotReady()));
        var key = server.key().map(ApiKey::text).orElse("");
        var events = http.stream(Request.post(server.uri(PATH), key, ChatBody.of(request, json)));
        return new ChatStream(
                server.info(),
                events,
                json,
                new ChatStream.Asked(
                        () -> servers.apply(connection).equals(Optional.of(server)),
                        () -> listens(server)),
                streams(connection));
    }

    /** The open streams to one server; each that is closed fails with a lost connection. */
    public OpenStreams streamsTo(ConnectionId connection) {
        var streams = streams(connection);
        return new OpenStreams() {
            @Override
            public boolean closeAll(boolean wanted) {
                var now = streams.all();
                now.forEach(stream -> stream.closeByEngine(wanted));
                return !now.isEmpty() || streams.endedLately();
            }

            @Override
            public Optional<Duration> silence() {
                return streams.all().stream()
                        .map(ChatStream::silence)
                        .max(Comparator.naturalOrder());
            }
        };
    }

    /** A process that ended leaves nobody at its port. */
    private boolean listens(ReadyServer server) {
        try {
            http.send(Request.get(server.uri("/health"), ""), STILL_THERE);
            return true;
        } catch (ConnectException gone) {
            return false;
        } catch (IOException late) {
            return true;
        }
    }

    private OpenChats streams(ConnectionId connection) {
        return open.computeIfAbsent(connection, _ -> new OpenChats());
    }
}
