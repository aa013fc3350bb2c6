package dev.paddock.http;

import static dev.paddock.http.FaultyServer.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What becomes of the connection once the last event that is wanted has come. */
@Timeout(60)
class EventStreamEndTest {
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    private final Http http = Http.loopback();
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void close() {
        http.close();
    }

    private EventStream open(FaultyServer server) {
        var uri = URI.create("http://127.0.0.1:" + server.port() + "/events");
        return http.stream(Request.post(uri, "secret", BODY));
    }

    private boolean keep(byte[] bytes, int from, int length) {
        events.add(new String(bytes, from, length, UTF_8));
        return !events.getLast().equals("last");
    }

    /** The end of a closed connection, whether it was orderly or not. */
    private static int read(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException reset) {
            return -1;
        }
    }

    /** Sends one event that is the last, then {@code rest}, and waits for another request. */
    private FaultyServer serving(AtomicInteger connections, FaultyServer.StreamScript rest)
            throws IOException {
        var self = new AtomicReference<FaultyServer>();
        FaultyServer.StreamScript answer =
                (OutputStream out) -> {
                    event(out, "last");
                    rest.write(out);
                };
        self.set(
                new FaultyServer(
                        (out, socket) -> {
                            connections.incrementAndGet();
                            while (true) {
                                FaultyServer.stream(answer).answer(out, socket);
                                self.get().awaitRequest(socket);
                            }
                        }));
        return self.get();
    }

    /** The end of the body may come a little after the answer has been read. */
    @Test
    void theConnectionIsUsedAgainAfterTheLastEventThatIsWanted() throws IOException {
        var connections = new AtomicInteger();
        try (var server = serving(connections, FaultyServer::end)) {
            for (int i = 0; i < 50; i++) {
                open(server).run(this::keep);
            }
            assertEquals(50, events.size());
            assertTrue(connections.get() < 50, connections + " connections");
        }
    }

    @Test
    void aServerThatDoesNotEndItsAnswerIsNotWaitedFor() throws Exception {
        var closed = new CompletableFuture<Integer>();
        try (var server =
                new FaultyServer(
                        (out, socket) -> {
                            FaultyServer.stream(body -> event(body, "last")).answer(out, socket);
                            closed.complete(read(socket));
                        })) {
            open(server).run(this::keep);
            assertEquals(List.of("last"), events);
            assertEquals(-1, closed.get(10, TimeUnit.SECONDS));
        }
    }
}
