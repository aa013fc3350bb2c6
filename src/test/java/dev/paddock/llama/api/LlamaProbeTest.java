package dev.paddock.llama.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.Probe.Reply;
import dev.paddock.engine.Probe.Work;
import dev.paddock.engine.Stranger;
import dev.paddock.http.Http;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class LlamaProbeTest {
    private static final LaunchPlan PLAN =
            new LaunchPlan(Path.of("engine"), Path.of("m.gguf"), Options.EMPTY);

    private final Http http = Http.loopback();
    private final LlamaProbe probe = new LlamaProbe(http);

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (var socket = listener(1)) {
            port = socket.getLocalPort();
        }
        assertEquals(new Reply.Silent(), probe.ask(PLAN, new Endpoint(port, new ApiKey(""))));
        assertEquals(new Work.NoAnswer(), probe.work(new Endpoint(port, new ApiKey(""))));
    }

    /** Linux drops what does not fit into the queue, as a firewall does what it does not like. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void connectionsComeToNothing() throws IOException {
        var queued = new ArrayList<Socket>();
        try (var socket = listener(1)) {
            boolean full = false;
            while (!full) {
                var next = new Socket();
                queued.add(next);
                full = !connects(next, socket.getLocalPort());
            }
            var endpoint = new Endpoint(socket.getLocalPort(), new ApiKey(""));
            assertEquals(new Reply.Blocked(), probe.ask(PLAN, endpoint));
        } finally {
            for (var each : queued) {
                each.close();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whoAnswersInstead(String health, String props, Stranger who) throws IOException {
        try (var socket = listener(10)) {
            Thread.ofVirtual().start(() -> answer(socket, health, props));
            var endpoint = new Endpoint(socket.getLocalPort(), new ApiKey("k"));
            assertEquals(new Reply.Foreign(who), probe.ask(PLAN, endpoint));
        }
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                arguments("404", "", new Stranger.OtherStatus(404)),
                arguments("200", "401 {}", new Stranger.OtherKey()),
                arguments("200", "403 {}", new Stranger.OtherStatus(403)),
                arguments("200", "200 <html>", new Stranger.NoLlamaServer()),
                arguments("200", "200 {\"model_path\":\"\"}", new Stranger.NoModel()),
                arguments(
                        "200",
                        "200 {\"model_path\":\"/x/o.gguf\"}",
                        new Stranger.OtherModel("/x/o.gguf")));
    }

    /** As a small web server does, one connection for each request. */
    private static void answer(ServerSocket socket, String health, String props) {
        try {
            while (true) {
                try (var client = socket.accept()) {
                    var reader = new BufferedReader(new InputStreamReader(client.getInputStream()));
                    var asked = reader.readLine().contains("/props") ? props : health;
                    while (!reader.readLine().isEmpty()) {
                        // the other headers
                    }
                    var parts = (asked + " ").split(" ", 2);
                    var body = parts[1].strip();
                    var reply =
                            "HTTP/1.1 %s x\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                                    .formatted(parts[0], body.length(), body);
                    client.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static ServerSocket listener(int queue) throws IOException {
        return new ServerSocket(0, queue, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static boolean connects(Socket socket, int port) throws IOException {
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (SocketTimeoutException dropped) {
            return false;
        }
    }

    private static Work work(String json) {
        return Slots.work(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyStepOfASlotShows() {
        String slot =
                "[{\"id\":0,\"is_processing\":%b,\"id_task\":%d,\"n_prompt_tokens_processed\":%d,"
                        + "\"next_token\":[{\"n_decoded\":%d}]}]";
        var seen =
                List.of(
                        work(slot.formatted(false, 1, 5, 9)),
                        work(slot.formatted(true, 1, 5, 9)),
                        work(slot.formatted(true, 2, 5, 9)),
                        work(slot.formatted(true, 2, 6, 9)),
                        work(slot.formatted(true, 2, 6, 10)));
        assertEquals(seen.size(), seen.stream().distinct().count());
        assertEquals(work(slot.formatted(true, 2, 6, 10)), seen.getLast());
        assertTrue(seen.getLast() instanceof Work.Told(boolean full, _) && full);
        assertTrue(seen.getFirst() instanceof Work.Told(boolean full, _) && !full);
    }

    @Test
    void anAnswerThatIsNoListOfSlotsTellsNothing() {
        assertEquals(new Work.Untold(), work("{\"error\":{}}"));
        assertEquals(new Work.Untold(), work("<html>"));
    }
}
