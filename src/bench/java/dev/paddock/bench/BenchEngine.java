package dev.paddock.bench;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.model.TinyModel;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The real engine with the tiny model, launched by hand: what the app is measured against. Answers
 * never end by themselves, so that each has the length asked for.
 */
final class BenchEngine implements AutoCloseable {
    static final String EXTRA = "-t 1 --ignore-eos";

    private static final int CONTEXT = 32_768;
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int POLL_MILLIS = 5;

    private final Process process;
    private final Endpoint endpoint;
    private final LaunchPlan plan;

    private BenchEngine(Process process, Endpoint endpoint, LaunchPlan plan) {
        this.process = process;
        this.endpoint = endpoint;
        this.plan = plan;
    }

    /** What the app would be told to start; the model is written beside the other measurements. */
    static LaunchPlan plan() throws IOException {
        Path model = Path.of("target", "bench", "tiny.gguf").toAbsolutePath();
        Files.createDirectories(model.getParent());
        if (Files.notExists(model)) {
            TinyModel.write(model);
        }
        Path engine = Path.of(System.getProperty("paddock.engine"), "llama-server");
        return new LaunchPlan(
                engine,
                model,
                Options.EMPTY
                        .with(EngineOptions.PORT, freePort())
                        .with(EngineOptions.CONTEXT_SIZE, CONTEXT)
                        .with(EngineOptions.EXTRA_ARGUMENTS, EXTRA));
    }

    /** Spawns it and asks for its health every 5 ms until that is good. */
    static BenchEngine launch(LaunchPlan plan) throws IOException, TimeoutException {
        var endpoint = new Endpoint(plan.value(EngineOptions.PORT), new ApiKey("bench"));
        var command =
                new ArrayList<>(List.of(plan.engine().toString(), "-m", plan.model().toString()));
        command.addAll(List.of("--host", "127.0.0.1", "--port", "" + endpoint.port()));
        command.addAll(List.of("-c", "" + CONTEXT, "-np", "1", "--metrics"));
        command.addAll(List.of(EXTRA.split(" ")));
        var builder = new ProcessBuilder(command);
        builder.environment().put("LLAMA_API_KEY", endpoint.key().text());
        var process =
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var engine = new BenchEngine(process, endpoint, plan);
        engine.awaitHealth();
        return engine;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    RunningEngine running() {
        var info = new EngineInfo(plan.model().toString(), CONTEXT, 1, "bench");
        return new RunningEngine(plan, endpoint, info, process.pid(), Instant.now(), 0);
    }

    /** A connection with the request already on its way. */
    Socket send(String method, String path, byte[] body) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress("127.0.0.1", endpoint.port()));
        String head =
                method
                        + " "
                        + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + endpoint.key().text()
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length
                        + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body);
        return socket;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitHealth() throws TimeoutException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (System.nanoTime() < end && process.isAlive()) {
            try (var socket = send("GET", "/health", new byte[0])) {
                var status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
                if (new String(status, StandardCharsets.US_ASCII).endsWith("200")) {
                    return;
                }
            } catch (IOException notYet) {
                // Nothing listens yet.
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close();
        throw new TimeoutException("the engine did not get ready");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
