package dev.paddock.llama;

import static dev.paddock.llama.FaultyServer.chunk;
import static dev.paddock.llama.FaultyServer.content;
import static dev.paddock.llama.FaultyServer.event;
import static dev.paddock.llama.FaultyServer.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.Role;
import dev.paddock.chat.Sampling;
import dev.paddock.faults.Fault;
import dev.paddock.server.EngineInfo;
import dev.paddock.server.LaunchPlan;
import dev.paddock.server.ServerSettings;
import dev.paddock.server.ServerState.RunningEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Timeout(20)
class LlamaClientTest {
    private static final String FINISH =
            "{\"choices\":[{\"finish_reason\":\"stop\",\"delta\":{}}]}";

    private final List<ChatEvent> events = new ArrayList<>();
    private final ChatRequest request =
            new ChatRequest(
                    "Be brief.",
                    List.of(
                            new Turn(Role.USER, "Hi"),
                            new Turn(Role.ASSISTANT, "Yes?"),
                            new Turn(Role.USER, "\"Ünïcode\"")),
                    new Sampling(0.5, 0.9, 7, OptionalInt.of(12)));

    private static LlamaClient client(FaultyServer server) {
        var plan = new LaunchPlan(Path.of("e"), Path.of("m/Some.gguf"), ServerSettings.DEFAULT);
        var info = new EngineInfo("m", 4096, 1, "b");
        var engine = new RunningEngine(plan, server.endpoint(), info, 1, Instant.EPOCH, 1);
        return new LlamaClient(() -> Optional.of(engine));
    }

    private ChatFailure failure(FaultyServer.Script script) throws Exception {
        try (var server = new FaultyServer(script)) {
            var stream = client(server).open(request);
            return assertThrows(ChatFailedException.class, () -> stream.run(events::add)).failure();
        }
    }

    private static FaultyServer.Script stream(StreamScript script) {
        return (out, _) -> {
            out.write(FaultyServer.STREAM.getBytes(UTF_8));
            script.write(out);
        };
    }

    private interface StreamScript {
        void write(OutputStream out) throws Exception;
    }

    private static void end(OutputStream out) throws Exception {
        out.write("0\r\n\r\n".getBytes(UTF_8));
    }

    private void run(FaultyServer.Script script) throws Exception {
        try (var server = new FaultyServer(script)) {
            client(server).open(request).run(events::add);
        }
    }

    private String text() {
        var text = new StringBuilder();
        for (var event : events) {
            if (event instanceof ChatEvent.Content(var delta)) {
                text.append(delta);
            }
        }
        return text.toString();
    }

    @Test
    void deliversEverythingInOrder() throws Exception {
        run(
                stream(
                        out -> {
                            event(
                                    out,
                                    "{\"choices\":[{\"delta\":{\"content\":null}}],"
                                        + "\"prompt_progress\":{\"total\":9,\"cache\":2,\"processed\":5}}");
                            event(
                                    out,
                                    "{\"choices\":[{\"delta\":{\"reasoning_content\":\"Hm\"}}]}");
                            content(out, "A");
                            content(out, "\\n😀");
                            event(
                                    out,
                                    "{\"choices\":[{\"finish_reason\":\"length\",\"delta\":{}}]}");
                            event(
                                    out,
                                    "{\"choices\":[],\"usage\":{\"completion_tokens\":2,"
                                            + "\"prompt_tokens\":9,\"prompt_tokens_details\":"
                                            + "{\"cached_tokens\":2}},\"timings\":{\"cache_n\":2,"
                                            + "\"predicted_per_second\":33.5}}");
                            event(out, "[DONE]");
                            end(out);
                        }));
        var last = assertInstanceOf(ChatEvent.Finished.class, events.removeLast());
        assertEquals(
                List.of(
                        new ChatEvent.PromptProgress(5, 9),
                        new ChatEvent.Reasoning("Hm"),
                        new ChatEvent.Content("A"),
                        new ChatEvent.Content("\n😀")),
                events);
        assertEquals(ChatEvent.FinishReason.LENGTH, last.reason());
        var figures = last.statistics();
        var expected =
                new AnswerStatistics(
                        9, 2, 2, figures.firstTokenMillis(), 33.5, figures.totalMillis());
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
            client(server).open(request).run(events::add);
            var sent = server.requests.getFirst();
            assertTrue(sent.startsWith("POST /v1/chat/completions HTTP/1.1\r\n"), sent);
            assertTrue(sent.contains("Authorization: Bearer secret\r\n"), sent);
            assertEquals(
                    "{\"stream\":true,\"stream_options\":{\"include_usage\":true},"
                        + "\"return_progress\":true,\"temperature\":0.5,\"top_p\":0.9,\"top_k\":7,"
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
    @Fault(72)
    void keepsWhatCameBeforeTheConnectionBroke() throws Exception {
        var failure = failure(stream(out -> content(out, "half")));
        assertInstanceOf(ChatFailure.ConnectionLost.class, failure);
        assertEquals("half", text());
    }

    @Test
    @Fault(71)
    void aStreamThatEndsWithoutAReasonIsBroken() throws Exception {
        var failure =
                failure(
                        stream(
                                out -> {
                                    content(out, "half");
                                    event(out, "[DONE]");
                                    end(out);
                                }));
        assertInstanceOf(ChatFailure.BrokenStream.class, failure);
        assertEquals("half", text());
    }

    @Test
    @Fault(71)
    void garbageIsNamed() throws Exception {
        var failure = failure(stream(out -> event(out, "<html>")));
        assertEquals(new ChatFailure.BrokenStream("<html>"), failure);
        assertInstanceOf(
                ChatFailure.ConnectionLost.class,
                failure((out, _) -> out.write("SSH-2.0-x\r\n".getBytes(UTF_8))));
        assertInstanceOf(
                ChatFailure.ConnectionLost.class,
                failure(stream(out -> out.write("zz\r\n".getBytes(UTF_8)))));
    }

    @Test
    @Fault(74)
    void bytesThatAreNoTextCostOneCharacterOnly() throws Exception {
        run(
                stream(
                        out -> {
                            var json =
                                    "data: {\"choices\":[{\"delta\":{\"content\":\"a?b\"}}]}\n\n";
                            byte[] bytes = json.getBytes(UTF_8);
                            bytes[json.indexOf('?')] = (byte) 0xff;
                            chunk(out, bytes);
                            event(out, FINISH);
                            end(out);
                        }));
        assertEquals("a\uFFFDb", text());
    }

    @Test
    @Fault({68, 71})
    void errorsWithinTheStreamAreTheEnginesOwn() throws Exception {
        var failure =
                failure(
                        stream(
                                out -> {
                                    content(out, "half");
                                    event(
                                            out,
                                            "{\"error\":{\"code\":500,\"message\":\"Bad.\","
                                                    + "\"type\":\"server_error\"}}");
                                }));
        assertEquals(new ChatFailure.Rejected(500, "Bad."), failure);
    }

    @Test
    void refusalsAreTyped() throws Exception {
        assertEquals(
                new ChatFailure.ContextOverflow(48020, 4096),
                refused(
                        "400 Bad Request",
                        "{\"error\":{\"code\":400,\"message\":\"m\",\"type\":"
                                + "\"exceed_context_size_error\",\"n_prompt_tokens\":48020,"
                                + "\"n_ctx\":4096}}"));
        assertEquals(new ChatFailure.Unauthorized(), refused("401 Unauthorized", "{}"));
        assertEquals(
                new ChatFailure.EngineNotReady(),
                refused("503 x", "{\"error\":{\"message\":\"Loading model\",\"code\":503}}"));
        assertEquals(new ChatFailure.Rejected(502, ""), refused("502 Bad Gateway", "<html>"));
    }

    private ChatFailure refused(String status, String body) throws Exception {
        return failure((out, _) -> out.write(plain(status, body).getBytes(UTF_8)));
    }

    @Test
    void needsAReadyEngine() {
        var client = new LlamaClient(Optional::empty);
        var refused = assertThrows(ChatFailedException.class, () -> client.open(request));
        assertEquals(new ChatFailure.EngineNotReady(), refused.failure());
        assertEquals(Optional.empty(), client.model());
    }

    @Test
    void anEngineThatIsGoneIsALostConnection() throws Exception {
        var server = new FaultyServer((_, _) -> {});
        var client = client(server);
        server.close();
        var stream = client.open(request);
        var failed = assertThrows(ChatFailedException.class, () -> stream.run(events::add));
        assertInstanceOf(ChatFailure.ConnectionLost.class, failed.failure());
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
            var stream = client(server).open(request);
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
            var run = started(client.open(request));
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            client.closeAll();
            var failure = run.get(10, TimeUnit.SECONDS).orElseThrow();
            assertInstanceOf(ChatFailure.ConnectionLost.class, failure);
        }
    }

    @Test
    void aStreamCancelledBeforeItRunsSendsNothing() throws Exception {
        try (var server = new FaultyServer((_, _) -> {})) {
            var stream = client(server).open(request);
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
