package dev.paddock.http;

import static dev.paddock.http.FaultyServer.chunk;
import static dev.paddock.http.FaultyServer.end;
import static dev.paddock.http.FaultyServer.event;
import static dev.paddock.http.FaultyServer.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class EventStreamTest extends StreamOfFaultyServer {
    private void run(FaultyServer.Script script) throws IOException {
        try (var server = new FaultyServer(script)) {
            open(server).run(this::keep);
        }
    }

    private static byte[] stream(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("data: é€😀").append(i).append("\n\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    @Test
    @Fault(74)
    void deliversEveryEventHoweverTheChunksAreCut() throws IOException {
        byte[] bytes = stream(100);
        for (int size : new int[] {1, 2, 3, 5, 64, bytes.length}) {
            events.clear();
            run(
                    FaultyServer.stream(
                            out -> {
                                for (int at = 0; at < bytes.length; at += size) {
                                    int to = Math.min(bytes.length, at + size);
                                    chunk(out, Arrays.copyOfRange(bytes, at, to));
                                }
                                end(out);
                            }));
            assertEquals(100, events.size());
            assertEquals("é€😀99", events.getLast());
        }
    }

    @Test
    void losesNothingOfAFastServer() throws IOException {
        run(
                FaultyServer.stream(
                        out -> {
                            for (int i = 0; i < 20_000; i++) {
                                event(out, "n" + i);
                            }
                            end(out);
                        }));
        assertEquals(20_000, events.size());
        for (int i = 0; i < 20_000; i++) {
            assertEquals("n" + i, events.get(i));
        }
    }

    @Test
    @Fault(72)
    void whatCameBeforeTheConnectionBrokeIsDelivered() {
        var broken = FaultyServer.stream(out -> event(out, "half"));
        assertThrows(IOException.class, () -> run(broken));
        assertEquals(List.of("half"), events);
    }

    @Test
    @Fault(71)
    void whatIsNoHttpIsRefused() {
        FaultyServer.Script other = (out, _) -> out.write("SSH-2.0-x\r\n".getBytes(UTF_8));
        assertThrows(IOException.class, () -> run(other));
        var noChunk = FaultyServer.stream(out -> out.write("zz\r\n".getBytes(UTF_8)));
        assertThrows(IOException.class, () -> run(noChunk));
        FaultyServer.Script mute = (_, _) -> {};
        assertThrows(IOException.class, () -> run(mute));
    }

    @Test
    void anotherStatusComesWithItsBody() {
        FaultyServer.Script refusal =
                (out, _) -> out.write(plain("400 Bad Request", "{\"a\":1}").getBytes(UTF_8));
        var refused = assertThrows(StatusException.class, () -> run(refusal));
        assertEquals(400, refused.reply().status());
        assertArrayEquals("{\"a\":1}".getBytes(UTF_8), refused.reply().body());
    }

    @Test
    void nobodyListens() throws IOException {
        var server = new FaultyServer((_, _) -> {});
        server.close();
        assertThrows(ConnectException.class, () -> open(server).run(this::keep));
    }

    @Test
    @Fault(71)
    void anEventWithoutEndClosesTheConnection() throws Exception {
        var closed = new CompletableFuture<Integer>();
        FaultyServer.Script endless =
                (out, socket) -> {
                    try {
                        FaultyServer.stream(
                                        body -> {
                                            byte[] block = new byte[1 << 20];
                                            for (int i = 0; i < 9; i++) {
                                                chunk(body, block);
                                            }
                                        })
                                .answer(out, socket);
                    } catch (IOException closedWhileWriting) {
                        // The last of it may still be on its way when the client closes.
                    }
                    closed.complete(read(socket));
                };
        assertThrows(EventTooLongException.class, () -> run(endless));
        assertTrue(closed.handle((_, _) -> true).get(10, TimeUnit.SECONDS));
    }

    /** The end of a closed connection, whether it was orderly or not. */
    private static int read(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException reset) {
            return -1;
        }
    }

    @Test
    void whatTheSinkThrowsEndsTheStream() throws Exception {
        var closed = new CompletableFuture<Integer>();
        try (var server = new FaultyServer(endless(new CountDownLatch(0), closed))) {
            var thrown =
                    assertThrows(
                            InterruptedException.class,
                            () ->
                                    open(server)
                                            .<InterruptedException>run(
                                                    (_, _, _) -> {
                                                        throw new InterruptedException("enough");
                                                    }));
            assertEquals("enough", thrown.getMessage());
            assertEquals(-1, closed.get(10, TimeUnit.SECONDS));
        }
    }

    /** Sends events without end; tells when the client has closed the connection. */
    private static FaultyServer.Script endless(
            CountDownLatch sent, CompletableFuture<Integer> closed) {
        return (out, socket) -> {
            Thread.startVirtualThread(() -> closed.complete(read(socket)));
            FaultyServer.stream(
                            body -> {
                                for (int i = 0; !closed.isDone(); i++) {
                                    event(body, "n" + i);
                                    sent.countDown();
                                }
                            })
                    .answer(out, socket);
        };
    }

    @Test
    void cancelClosesTheConnectionAtAnyMoment() throws Exception {
        for (int moment = 0; moment < 200; moment++) {
            var sent = new CountDownLatch(moment * moment / 8);
            var closed = new CompletableFuture<Integer>();
            try (var server = new FaultyServer(endless(sent, closed))) {
                var stream = open(server);
                var run = started(stream);
                assertTrue(sent.await(10, TimeUnit.SECONDS));
                stream.cancel();
                run.get(10, TimeUnit.SECONDS);
                if (!server.requests.isEmpty()) {
                    assertEquals(-1, closed.get(10, TimeUnit.SECONDS), "moment " + moment);
                }
            }
        }
    }

    private static CompletableFuture<Void> started(EventStream stream) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        stream.run((_, _, _) -> true);
                    } catch (IOException failed) {
                        throw new AssertionError(failed);
                    }
                },
                Thread::startVirtualThread);
    }

    @Test
    void cancelClosesTheConnectionBeforeTheHeadCame() throws Exception {
        var asked = new CountDownLatch(1);
        var closed = new CompletableFuture<Integer>();
        try (var server =
                new FaultyServer(
                        (_, socket) -> {
                            asked.countDown();
                            closed.complete(read(socket));
                        })) {
            var stream = open(server);
            var run = started(stream);
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            stream.cancel();
            run.get(10, TimeUnit.SECONDS);
            assertEquals(-1, closed.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatIsCancelledBeforeItRunsSendsNothing() throws IOException {
        try (var server = new FaultyServer((_, _) -> {})) {
            var stream = open(server);
            stream.cancel();
            stream.run(this::keep);
            assertEquals(List.of(), server.requests);
        }
    }
}
