package dev.paddock.http;

import static dev.paddock.http.FaultyServer.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What ends a question and its connection before the answer. */
@Timeout(60)
class HttpEndTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Http http = Http.loopback();
    private final AtomicInteger connections = new AtomicInteger();

    @AfterEach
    void close() {
        http.close();
    }

    private Reply get(FaultyServer server) throws IOException {
        var uri = URI.create("http://127.0.0.1:" + server.port() + "/x");
        return http.send(Request.get(uri, "secret"), LIMIT);
    }

    private static void ok(OutputStream out) throws IOException {
        out.write(plain("200 OK", "fine").getBytes(UTF_8));
        out.flush();
    }

    @Test
    void whoeverIsInterruptedHasDone() throws Exception {
        var asked = new CountDownLatch(1);
        var closed = new CompletableFuture<Integer>();
        try (var server =
                new FaultyServer(
                        (_, socket) -> {
                            asked.countDown();
                            closed.complete(socket.getInputStream().read());
                        })) {
            var interrupted = new CompletableFuture<Boolean>();
            var asking =
                    Thread.startVirtualThread(
                            () -> {
                                assertThrows(IOException.class, () -> get(server));
                                interrupted.complete(Thread.currentThread().isInterrupted());
                            });
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            asking.interrupt();
            assertTrue(interrupted.get(10, TimeUnit.SECONDS));
            assertEquals(-1, closed.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatIsReleasedEndsItsConnectionsAndIsOpenedAnew() throws Exception {
        var closed = new CompletableFuture<Integer>();
        try (var server =
                new FaultyServer(
                        (out, socket) -> {
                            connections.incrementAndGet();
                            ok(out);
                            closed.complete(end(socket));
                        })) {
            assertTrue(get(server).ok());
            http.release();
            assertEquals(-1, closed.get(2, TimeUnit.SECONDS));
            assertTrue(get(server).ok());
            assertEquals(2, connections.get());
        }
    }

    @Test
    void closedIsForGood() throws Exception {
        var asked = new CountDownLatch(1);
        try (var server =
                new FaultyServer(
                        (_, socket) -> {
                            asked.countDown();
                            end(socket);
                        })) {
            var asking =
                    CompletableFuture.supplyAsync(
                            () -> assertThrows(IOException.class, () -> get(server)));
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            http.close();
            asking.get(10, TimeUnit.SECONDS);
            assertThrows(IOException.class, () -> get(server));
            assertEquals(1, server.requests.size());
        }
    }

    private static int end(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (EOFException e) {
            return -1;
        }
    }
}
