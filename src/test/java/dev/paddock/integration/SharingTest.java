package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.Sharing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who can talk to the engine. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class SharingTest {
    /** Every route of the engine's documentation, and what other servers have. */
    private static final List<String> PATHS =
            List.of(
                    "/props",
                    "/slots",
                    "/metrics",
                    "/models",
                    "/v1/models",
                    "/completion",
                    "/completions",
                    "/v1/completions",
                    "/chat/completions",
                    "/v1/chat/completions",
                    "/v1/chat/completions/control",
                    "/v1/responses",
                    "/v1/messages",
                    "/v1/messages/count_tokens",
                    "/v1/stream",
                    "/v1/streams/lookup",
                    "/infill",
                    "/embedding",
                    "/embeddings",
                    "/v1/embeddings",
                    "/rerank",
                    "/v1/rerank",
                    "/tokenize",
                    "/detokenize",
                    "/apply-template",
                    "/lora-adapters",
                    "/slots/0?action=erase",
                    "/models/load",
                    "/models/unload",
                    "/api/tags",
                    "/api/show",
                    "/tools",
                    "/cors-proxy");

    /** Another address of this computer, which an engine for this computer alone does not have. */
    private static final String OTHER_ADDRESS = "127.0.0.2";

    private static final String OURS = "127.0.0.1";

    @TempDir Path folder;

    private LaunchPlan plan() throws IOException {
        return RealEngine.plan(RealEngine.tinyModel(folder), "-t 1");
    }

    private static int ask(String address, int port, String method, String path, String key)
            throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
            socket.setSoTimeout(5000);
            String body = method.equals("POST") ? "{\"prompt\":\"x\",\"n_predict\":1}" : "";
            String head =
                    "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
                            .formatted(
                                    method,
                                    path,
                                    key.isEmpty() ? "" : "Authorization: Bearer " + key + "\r\n",
                                    body.length());
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            var status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return Integer.parseInt(new String(status, StandardCharsets.US_ASCII).substring(9));
        }
    }

    private static int props(String address, RunningEngine engine, String key) throws IOException {
        return ask(address, engine.endpoint().port(), "GET", "/props", key);
    }

    @Test
    void nothingButItsHealthIsToldWithoutAKey() throws Exception {
        try (var engine = new RealEngine()) {
            int port = engine.start(plan()).endpoint().port();
            assertEquals(200, ask(OURS, port, "GET", "/health", ""));
            assertEquals(200, ask(OURS, port, "GET", "/v1/health", ""));
            for (String method : List.of("GET", "POST", "DELETE", "PUT")) {
                for (String path : PATHS) {
                    for (String key : List.of("", "wrong")) {
                        int status = ask(OURS, port, method, path, key);
                        assertTrue(
                                status == 401 || status == 404,
                                method + " " + path + " with key '" + key + "': " + status);
                    }
                }
            }
        }
    }

    @Test
    void isForThisComputerAloneAndHasANewKeyEachTime() throws Exception {
        try (var engine = new RealEngine()) {
            var first = engine.start(plan());
            int port = first.endpoint().port();
            assertThrows(
                    ConnectException.class, () -> ask(OTHER_ADDRESS, port, "GET", "/health", ""));
            assertEquals(200, props(OURS, first, first.endpoint().key().text()));
            engine.supervisor.restart();
            var second = engine.await(EngineState.Ready.class).engine();
            assertNotEquals(first.endpoint().key().text(), second.endpoint().key().text());
            assertEquals(401, props(OURS, second, first.endpoint().key().text()));
            assertEquals(200, props(OURS, second, second.endpoint().key().text()));
        }
    }

    @Test
    void othersReachASharedOneWithTheKeyForThem() throws Exception {
        var plan = plan();
        var sharing = Sharing.OFF.switched(true);
        var shared = new LaunchPlan(plan.engine(), plan.model(), plan.options(), sharing);
        String theirs = sharing.key().orElseThrow().text();
        try (var engine = new RealEngine()) {
            var first = engine.start(shared);
            assertEquals(401, props(OTHER_ADDRESS, first, ""));
            assertEquals(200, props(OTHER_ADDRESS, first, theirs));
            assertEquals(200, props(OURS, first, first.endpoint().key().text()));
            engine.chat("Hello", 3);
            assertTold(engine, first, theirs);

            engine.supervisor.restart();
            var second = engine.await(EngineState.Ready.class).engine();
            assertEquals(200, props(OTHER_ADDRESS, second, theirs), "their key stays");
            assertEquals(401, props(OTHER_ADDRESS, second, first.endpoint().key().text()));

            engine.supervisor.start(
                    new LaunchPlan(plan.engine(), plan.model(), plan.options(), sharing.renewed()));
            var third = engine.await(EngineState.Ready.class).engine();
            assertEquals(401, props(OTHER_ADDRESS, third, theirs), "until there is a new one");
        }
    }

    /** No key where others could read it. */
    private static void assertTold(RealEngine engine, RunningEngine running, String theirs)
            throws IOException {
        var arguments = Files.readString(Path.of("/proc", "" + running.pid(), "cmdline"));
        for (String key : List.of(theirs, running.endpoint().key().text())) {
            assertFalse(arguments.contains(key), "in the arguments");
            assertFalse(engine.log().contains(key), "in the log");
            assertFalse(running.toString().contains(key), "in a text of the state");
        }
    }
}
