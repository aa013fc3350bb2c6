package dev.paddock.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.check.TestPorts;
import dev.paddock.http.Http;
import dev.paddock.http.Request;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real engine with the starter model, started by the test itself; asks at temperature 0. */
final class StarterEngine implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final JsonMapper json = new JsonMapper();
    private final Http http = Http.loopback();
    private final int port;
    private final Process process;

    StarterEngine(Path model, Path log) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("paddock.engine", "engine"), "llama-server");
        assertTrue(
                Files.isExecutable(program),
                program + " is missing: run packaging/engine/assemble.sh");
        port = TestPorts.next();
        process =
                new ProcessBuilder(
                                program.toString(),
                                "-m",
                                model.toString(),
                                "--host",
                                "127.0.0.1",
                                "--port",
                                "" + port,
                                "-np",
                                "1",
                                "-t",
                                "1")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        awaitReady(log);
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        while (!healthy()) {
            assertTrue(process.isAlive(), () -> "the engine ended: " + read(log));
            assertTrue(Instant.now().isBefore(end), () -> "the engine is not ready: " + read(log));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private boolean healthy() {
        try {
            return http.send(Request.get(uri("/health"), ""), LIMIT).ok();
        } catch (IOException notYet) {
            return false;
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The whole reply to a first message; asserts that the model ended it by itself. */
    String reply(String question) throws IOException {
        var message = Map.of("role", "user", "content", question);
        byte[] body =
                json.writeValueAsBytes(
                        Map.of("messages", List.of(message), "temperature", 0, "max_tokens", 500));
        var post = Request.post(uri("/v1/chat/completions"), "", body);
        JsonNode answer = json.readTree(http.send(post, LIMIT).body());
        JsonNode choice = answer.path("choices").path(0);
        assertEquals(
                "stop", choice.path("finish_reason").asString(""), () -> question + ": " + answer);
        return choice.path("message").path("content").asString().strip();
    }

    JsonNode properties() throws IOException {
        return json.readTree(http.send(Request.get(uri("/props"), ""), LIMIT).body());
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
