package dev.paddock.llama.api;

import static dev.paddock.http.FaultyServer.FINISH;
import static dev.paddock.http.FaultyServer.chunk;
import static dev.paddock.http.FaultyServer.content;
import static dev.paddock.http.FaultyServer.end;
import static dev.paddock.http.FaultyServer.event;
import static dev.paddock.http.FaultyServer.plain;
import static dev.paddock.http.FaultyServer.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.connection.ConnectionId;
import dev.paddock.faults.Fault;
import dev.paddock.http.FaultyServer;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class LlamaClientFaultsTest extends ClientOfFaultyServer {
    private ChatFailure failure(FaultyServer.Script script) throws Exception {
        try (var server = new FaultyServer(script)) {
            var stream = client(server).open(ConnectionId.LOCAL, request);
            return assertThrows(ChatFailedException.class, () -> stream.run(events::add)).failure();
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
        assertEquals(
                new ChatFailure.BrokenStream(ChatFailure.Fault.NOT_AN_EVENT, "<html>"), failure);
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
        var lost = "decode() failed: vk::Queue::submit: ErrorDeviceLost";
        assertEquals(
                new ChatFailure.DeviceLost(lost),
                refused(
                        "500 Internal Server Error",
                        "{\"error\":{\"code\":500,\"message\":\""
                                + lost
                                + "\",\"type\":\"server_error\"}}"));
        assertEquals(new ChatFailure.Rejected(502, ""), refused("502 Bad Gateway", "<html>"));
    }

    private ChatFailure refused(String status, String body) throws Exception {
        return failure((out, _) -> out.write(plain(status, body).getBytes(UTF_8)));
    }

    @Test
    void needsAReadyEngine() {
        var client = new LlamaClient(http, _ -> Optional.empty());
        var refused =
                assertThrows(
                        ChatFailedException.class, () -> client.open(ConnectionId.LOCAL, request));
        assertEquals(new ChatFailure.EngineNotReady(), refused.failure());
    }

    @Test
    void anEngineThatIsGoneIsALostConnection() throws Exception {
        var server = new FaultyServer((_, _) -> {});
        var client = client(server);
        server.close();
        var stream = client.open(ConnectionId.LOCAL, request);
        var failed = assertThrows(ChatFailedException.class, () -> stream.run(events::add));
        assertInstanceOf(ChatFailure.ConnectionLost.class, failed.failure());
    }
}
