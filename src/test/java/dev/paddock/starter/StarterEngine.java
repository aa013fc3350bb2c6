package dev.paddock.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
    private final HttpClient client =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
    private final int port;
    private final Process process;

    StarterEngine(Path model, Path log) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("paddock.engine", "engine"), "llama-server");
        assertTrue(
                Files.isExecutable(program),
                program + " is missing: run packaging/engine/assemble.sh");
        port = freePort();
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

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
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

    private boolean healthy() throws InterruptedException {
        try {
            return client.send(request("/health").GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(LIMIT);
    }

    /** The whole reply to a first message; asserts that the model ended it by itself. */
    String reply(String question) throws IOException, InterruptedException {
        var message = Map.of("role", "user", "content", question);
        String body =
                json.writeValueAsString(
                        Map.of("messages", List.of(message), "temperature", 0, "max_tokens", 500));
        HttpRequest post =
                request("/v1/chat/completions")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        JsonNode answer = json.readTree(client.send(post, BodyHandlers.ofString()).body());
        JsonNode choice = answer.path("choices").path(0);
        assertEquals(
                "stop", choice.path("finish_reason").asString(""), () -> question + ": " + answer);
        return choice.path("message").path("content").asString().strip();
    }

    JsonNode properties() throws IOException, InterruptedException {
        return json.readTree(
                client.send(request("/props").GET().build(), BodyHandlers.ofString()).body());
    }

    @Override
    public void close() {
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
