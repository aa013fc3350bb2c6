package dev.paddock.http;

import static dev.paddock.http.FaultyServer.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Short questions, and the connections they share. */
@Timeout(60)
class HttpTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final byte[] BODY = "{\"n\":1}".getBytes(UTF_8);

    private final Http http = Http.loopback();
    private final AtomicInteger connections = new AtomicInteger();

    @AfterEach
    void close() {
        http.close();
    }

    private static URI uri(FaultyServer server) {
        return URI.create("http://127.0.0.1:" + server.port() + "/x");
    }

    private Reply get(FaultyServer server) throws IOException {
        return http.send(Request.get(uri(server), "secret"), LIMIT);
    }

    private Reply post(FaultyServer server) throws IOException {
        return http.send(Request.post(uri(server), "secret", BODY), LIMIT);
    }

    private static void ok(OutputStream out) throws IOException {
        out.write(plain("200 OK", "fine").getBytes(UTF_8));
        out.flush();
    }

    /** Answers as often as it is asked, on each connection. */
    private FaultyServer friendly() throws IOException {
        var self = new AtomicReference<FaultyServer>();
        self.set(
                new FaultyServer(
                        (out, socket) -> {
                            connections.incrementAndGet();
                            while (true) {
                                ok(out);
                                self.get().awaitRequest(socket);
                            }
                        }));
        return self.get();
    }

    @Test
    void asksWithKeyAndBody() throws IOException {
        try (var server = friendly()) {
            assertArrayEquals("fine".getBytes(UTF_8), get(server).body());
            assertTrue(post(server).ok());
            String get = server.requests.getFirst();
            assertTrue(get.startsWith("GET /x HTTP/1.1\r\n"), get);
            assertTrue(get.contains("Authorization: Bearer secret\r\n"), get);
            assertFalse(get.contains("Upgrade"), get);
            String post = server.requests.getLast();
            assertTrue(post.startsWith("POST /x HTTP/1.1\r\n"), post);
            assertTrue(post.endsWith("\r\n\r\n{\"n\":1}"), post);
        }
    }

    @Test
    void connectionsAreUsedAgain() throws IOException {
        try (var server = friendly()) {
            for (int i = 0; i < 20; i++) {
                assertTrue((i % 2 == 0 ? get(server) : post(server)).ok());
            }
            assertEquals(1, connections.get());
        }
    }

    /** Ends its connections without a word after the first answer, once it is asked again. */
    private FaultyServer forgetful(boolean abruptly) throws IOException {
        var self = new AtomicReference<FaultyServer>();
        self.set(
                new FaultyServer(
                        (out, socket) -> {
                            connections.incrementAndGet();
                            ok(out);
                            self.get().awaitRequest(socket);
                            if (abruptly) {
                                socket.setSoLinger(true, 0);
                            }
                        }));
        return self.get();
    }

    @Test
    void aRequestThatGotNoByteOnAUsedConnectionIsSentOnceMore() throws IOException {
        for (boolean abruptly : new boolean[] {false, true}) {
            connections.set(0);
            try (var server = forgetful(abruptly)) {
                for (int i = 1; i <= 20; i++) {
                    assertTrue((i % 2 == 0 ? get(server) : post(server)).ok());
                    assertEquals(i, connections.get());
                }
                assertEquals(39, server.requests.size());
            }
        }
    }

    @Test
    void aServerThatNeverSaysAWordIsAskedTwiceAtMost() throws IOException {
        try (var server = new FaultyServer((_, _) -> connections.incrementAndGet())) {
            assertThrows(IOException.class, () -> post(server));
            assertTrue(server.requests.size() <= 2, server.requests.toString());
        }
    }

    /** What it had begun to answer may have been done. */
    @Test
    void aRequestThatGotHalfAnAnswerIsNotSentAgain() throws IOException {
        try (var server =
                new FaultyServer((out, _) -> out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8)))) {
            assertThrows(IOException.class, () -> post(server));
            assertEquals(1, server.requests.size());
        }
    }

    /** Sooner than llama-server does, which takes five seconds. */
    @Test
    void anIdleConnectionIsDroppedBeforeTheServerDropsIt() throws Exception {
        var dropped = new CompletableFuture<Integer>();
        try (var server =
                new FaultyServer(
                        (out, socket) -> {
                            ok(out);
                            socket.setSoTimeout(15_000);
                            dropped.complete(socket.getInputStream().read());
                        })) {
            assertTrue(get(server).ok());
            assertTrue(millisUntil(dropped) < 4900);
            assertEquals(-1, dropped.get());
        }
    }

    /** In waits of this thread, which a loaded machine holds up as it does those of the client. */
    private static int millisUntil(CompletableFuture<?> event) throws Exception {
        int millis = 0;
        while (!event.isDone()) {
            try {
                event.get(10, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                millis += 10;
            }
        }
        return millis;
    }

    @Test
    void aHeadThatDribblesIsRead() throws IOException {
        try (var server =
                new FaultyServer(
                        (out, _) -> {
                            for (byte b : plain("200 OK", "fine").getBytes(UTF_8)) {
                                out.write(b);
                                out.flush();
                            }
                        })) {
            assertArrayEquals("fine".getBytes(UTF_8), get(server).body());
        }
    }

    private void lateBy(FaultyServer.Script script) throws Exception {
        var limit = Duration.ofMillis(300);
        try (var server = new FaultyServer(script)) {
            long start = System.nanoTime();
            var request = Request.get(uri(server), "");
            var late = assertThrows(IOException.class, () -> http.send(request, limit));
            assertFalse(late instanceof ConnectTimeoutException);
            long millis = (System.nanoTime() - start) / 1_000_000;
            // The client's clock has milliseconds, this one nanoseconds: they may disagree by a
            // few.
            assertTrue(millis >= 290, millis + " ms");
        }
    }

    @Test
    void theLimitHoldsForHeadAndBody() throws Exception {
        lateBy((_, socket) -> socket.getInputStream().read());
        lateBy(
                (out, socket) -> {
                    out.write("HTTP/1.1 200 OK\r\nX:".getBytes(UTF_8));
                    socket.getInputStream().read();
                });
        lateBy(
                (out, socket) -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx".getBytes(UTF_8));
                    socket.getInputStream().read();
                });
    }

    @Test
    void nobodyListens() throws IOException {
        var server = friendly();
        server.close();
        assertThrows(ConnectException.class, () -> get(server));
    }

    @Test
    void noLimitIsLeft() throws IOException {
        try (var server = friendly()) {
            var request = Request.get(uri(server), "");
            assertThrows(IOException.class, () -> http.send(request, Duration.ZERO));
            assertEquals(0, server.requests.size());
        }
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws IOException {
        try (var server =
                new FaultyServer(
                        (out, _) -> {
                            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                            var block = new byte[1 << 20];
                            while (true) {
                                out.write(block);
                            }
                        })) {
            assertEquals(4 << 20, get(server).body().length);
        }
    }

    @Test
    void warmingLeavesNothingBehind() throws IOException {
        http.warm();
        try (var server = friendly()) {
            assertTrue(get(server).ok());
        }
    }

    @Test
    void neitherKeyNorBodyIsEverPrinted() {
        var request = Request.post(URI.create("http://127.0.0.1:1/x"), "secret", BODY);
        assertEquals("http://127.0.0.1:1/x", request.toString());
    }
}
