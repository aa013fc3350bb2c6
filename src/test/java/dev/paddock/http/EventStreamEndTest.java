package dev.paddock.http;

import static dev.paddock.http.FaultyServer.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What becomes of the connection once the last event that is wanted has come. */
class EventStreamEndTest extends StreamOfFaultyServer {
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
