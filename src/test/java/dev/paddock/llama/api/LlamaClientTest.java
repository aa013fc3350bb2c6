package dev.paddock.llama.api;

import static dev.paddock.http.FaultyServer.FINISH;
import static dev.paddock.http.FaultyServer.content;
import static dev.paddock.http.FaultyServer.end;
import static dev.paddock.http.FaultyServer.event;
import static dev.paddock.http.FaultyServer.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.connection.ConnectionId;
import dev.paddock.http.FaultyServer;

import org.junit.jupiter.api.Test;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class LlamaClientTest extends ClientOfFaultyServer {
    private static void everyKindOfEvent(OutputStream out) throws Exception {
        event(
                out,
                "{\"choices\":[{\"delta\":{\"content\":null}}],"
                    + "\"prompt_progress\":{\"total\":9,\"cache\":2,\"processed\":5,\"time_ms\":11}}");
        event(out, "{\"choices\":[{\"delta\":{\"reasoning_content\":\"Hm\"}}]}");
        content(out, "A");
        content(out, "\\n😀");
        event(out, "{\"choices\":[{\"finish_reason\":\"length\",\"delta\":{}}]}");
        event(
                out,
                "{\"choices\":[],\"usage\":{\"completion_tokens\":2,"
                        + "\"prompt_tokens\":9,\"prompt_tokens_details\":"
                        + "{\"cached_tokens\":2}},\"timings\":{\"cache_n\":2,"
                        + "\"prompt_per_second\":71.5,\"predicted_per_second\":33.5}}");
        event(out, "[DONE]");
        end(out);
    }

    @Test
    void deliversEverythingInOrder() throws Exception {
        run(stream(LlamaClientTest::everyKindOfEvent));
        var last = assertInstanceOf(ChatEvent.Finished.class, events.removeLast());
        assertEquals(
                List.of(
                        new ChatEvent.PromptProgress(5, 9, 2, 11),
                        new ChatEvent.Reasoning("Hm"),
                        new ChatEvent.Content("A"),
                        new ChatEvent.Content("\n😀")),
                events);
        assertEquals(ChatEvent.FinishReason.LENGTH, last.reason());
        var figures = last.statistics();
        var expected =
                new AnswerStatistics(
                        9, 2, 2, figures.firstTokenMillis(), 71.5, 33.5, figures.totalMillis());
        assertEquals(expected, figures);
    }

    @Test
    void sendsTheWholeConversationAndTheKey() throws Exception {
        try (var server =
                new FaultyServer(
                        stream(
                                out -> {
                                    event(out, FINISH);
                                    end(out);
                                }))) {
            client(server).open(ConnectionId.LOCAL, request).run(events::add);
            var sent = server.requests.getFirst();
            assertTrue(sent.startsWith("POST /v1/chat/completions HTTP/1.1\r\n"), sent);
            assertTrue(sent.contains("Authorization: Bearer secret\r\n"), sent);
            assertEquals(
                    "{\"stream\":true,\"stream_options\":{\"include_usage\":true},"
                        + "\"return_progress\":true,\"temperature\":0.5,\"top_k\":7,\"top_p\":0.9,"
                        + "\"max_tokens\":12,\"messages\":[{\"role\":\"system\",\"content\":\"Be"
                        + " brief.\"},{\"role\":\"user\",\"content\":\"Hi\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Yes?\"},"
                        + "{\"role\":\"user\",\"content\":\"\\\"Ünïcode\\\"\"}]}",
                    sent.substring(sent.indexOf("\r\n\r\n") + 4));
        }
    }

    @Test
    void anAnswerIsWholeOnceTheEngineSaidWhyItEnded() throws Exception {
        run(
                stream(
                        out -> {
                            content(out, "A");
                            event(out, FINISH);
                        }));
        assertInstanceOf(ChatEvent.Finished.class, events.getLast());
    }

    @Test
    void cancelClosesTheConnectionEvenBeforeTheHeadersCame() throws Exception {
        var asked = new CountDownLatch(1);
        var closed = new CompletableFuture<Integer>();
        try (var server =
                new FaultyServer(
                        (_, socket) -> {
                            asked.countDown();
                            closed.complete(socket.getInputStream().read());
                        })) {
            var stream = client(server).open(ConnectionId.LOCAL, request);
            var run = started(stream);
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            stream.cancel();
            assertEquals(Optional.empty(), run.get(10, TimeUnit.SECONDS));
            assertEquals(-1, closed.get(10, TimeUnit.SECONDS));
            assertEquals(List.of(), events);
        }
    }

    @Test
    void aStoppingEngineLosesItsStreams() throws Exception {
        var asked = new CountDownLatch(1);
        try (var server =
                new FaultyServer(
                        (_, socket) -> {
                            asked.countDown();
                            socket.getInputStream().read();
                        })) {
            var client = client(server);
            var run = started(client.open(ConnectionId.LOCAL, request));
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            client.streamsTo(ConnectionId.LOCAL).closeAll(false);
            var failure = run.get(10, TimeUnit.SECONDS).orElseThrow();
            assertInstanceOf(ChatFailure.ConnectionLost.class, failure);
        }
    }

    @Test
    void aStreamCancelledBeforeItRunsSendsNothing() throws Exception {
        try (var server = new FaultyServer((_, _) -> {})) {
            var stream = client(server).open(ConnectionId.LOCAL, request);
            stream.cancel();
            stream.run(events::add);
            assertEquals(List.of(), server.requests);
        }
    }

    private CompletableFuture<Optional<ChatFailure>> started(ChatBackend.Stream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        stream.run(events::add);
                        return Optional.empty();
                    } catch (ChatFailedException failed) {
                        return Optional.of(failed.failure());
                    }
                },
                Thread::startVirtualThread);
    }
}
