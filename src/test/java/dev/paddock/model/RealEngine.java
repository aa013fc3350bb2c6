package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real engine with one model on one thread, for tests of what we write and read. */
public final class RealEngine implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on http://[^:]+:(\\d+)");
    private static final int LIMIT_SECONDS = 30;

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final HttpClient http = HttpClient.newHttpClient();

    public RealEngine(Path model) throws IOException {
        Path engine = Path.of(System.getProperty("paddock.engine")).resolve("llama-server");
        assertTrue(Files.isExecutable(engine), engine + " is missing: run mvn generate-resources");
        process =
                new ProcessBuilder(
                                engine.toString(),
                                "-m",
                                model.toString(),
                                "--host",
                                "127.0.0.1",
                                "--port",
                                "0",
                                "-t",
                                "1",
                                "-np",
                                "1",
                                "-c",
                                "8192",
                                "--metrics")
                        .redirectErrorStream(true)
                        .start();
        Thread.ofVirtual().start(this::readLog);
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for the end, for engines that cannot load their model. */
    public int exitCode() throws InterruptedException {
        assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "the engine did not end");
        return process.exitValue();
    }

    public String get(String path) throws Exception {
        return send(request(path).GET());
    }

    public String post(String path, String json) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    @Override
    public void close() {
        http.shutdownNow();
        process.destroy();
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String path) throws Exception {
        int at = port.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                .timeout(Duration.ofSeconds(LIMIT_SECONDS));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        var response = http.send(request.build(), BodyHandlers.ofString());
        assertTrue(response.statusCode() == 200, response.statusCode() + " " + response.body());
        return response.body();
    }

    private void readLog() {
        try (BufferedReader lines = process.inputReader()) {
            String line;
            while ((line = lines.readLine()) != null) {
                Matcher found = LISTENING.matcher(line);
                if (found.find()) {
                    port.complete(Integer.valueOf(found.group(1)));
                }
            }
        } catch (IOException closed) {
            port.completeExceptionally(closed);
        }
        port.completeExceptionally(new IOException("the engine ended before it listened"));
    }
}
