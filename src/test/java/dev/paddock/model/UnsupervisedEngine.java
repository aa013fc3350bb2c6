package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.paddock.http.Http;
import dev.paddock.http.Request;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real engine with one model on one thread, for tests of what we write and read. */
public final class UnsupervisedEngine implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on http://[^:]+:(\\d+)");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Http http = Http.loopback();

    public UnsupervisedEngine(Path model) throws IOException {
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
        assertTrue(process.waitFor(LIMIT.toSeconds(), SECONDS), "the engine did not end");
        return process.exitValue();
    }

    public String get(String path) throws Exception {
        return send(Request.get(uri(path), ""));
    }

    public String post(String path, String json) throws Exception {
        return send(Request.post(uri(path), "", json.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            process.onExit().get(5, SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private URI uri(String path) throws Exception {
        return URI.create("http://127.0.0.1:" + port.get(LIMIT.toSeconds(), SECONDS) + path);
    }

    private String send(Request request) throws IOException {
        var reply = http.send(request, LIMIT);
        String body = new String(reply.body(), StandardCharsets.UTF_8);
        assertTrue(reply.ok(), reply.status() + " " + body);
        return body;
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
