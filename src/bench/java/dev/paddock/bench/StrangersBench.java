package dev.paddock.bench;

import dev.paddock.engine.check.EngineRecord;
import dev.paddock.engine.check.OrphanSweep;
import dev.paddock.files.EngineRecordFiles;
import dev.paddock.integration.AppProcess;
import dev.paddock.integration.Moment;
import dev.paddock.llama.process.EngineProcesses;
import dev.paddock.llama.process.Layers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Lets the sweep loose among llama-servers that are not ours, each with a record that fits it in
 * all but one point, a second app with its engine, and one engine of a killed app. Argument: how
 * many strangers (100).
 */
final class StrangersBench {
    private static final int STRANGERS = 100;
    private static final int GARBLED = 100;
    private static final long GONE = 4_000_000;
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

    private final Path root;
    private final Path data;
    private final EngineRecordFiles records;
    private final List<Process> strangers = new ArrayList<>();

    private StrangersBench(Path root) throws IOException {
        this.root = root;
        data = Files.createDirectories(root.resolve("mine"));
        records = new EngineRecordFiles(data.resolve("engines"));
    }

    static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STRANGERS;
        new StrangersBench(Files.createTempDirectory("strangers")).run(count);
    }

    private void run(int count) throws Exception {
        Path engine = AppProcess.realEngine();
        Path theirs = Files.createDirectories(root.resolve("theirs"));
        try (var second = new AppProcess(QUICK, engine, theirs, Moment.READY, Layers.ALL);
                var killed = new AppProcess(QUICK, engine, data, Moment.READY, Layers.NONE)) {
            second.await(Moment.READY);
            killed.await(Moment.READY);
            killed.kill();
            var stray = records.all().getFirst();
            long neighbour = neighbour(theirs);
            for (int each = 0; each < count; each++) {
                addStranger(each, engine, stray);
            }
            addGarbled();
            long start = System.nanoTime();
            var ended = new OrphanSweep(records, new EngineProcesses()).run();
            double took = (System.nanoTime() - start) / 1e6;
            long touched = strangers.stream().filter(each -> !each.isAlive()).count();
            if (!ProcessHandle.of(neighbour).map(ProcessHandle::isAlive).orElse(false)) {
                touched++;
            }
            Figures.print("strangers.present", count + 1, "engines");
            Figures.print("strangers.touched", touched, "engines", Goal.exactly(0));
            int rightly = ended.equals(List.of(stray)) ? 1 : 0;
            Figures.print("strangers.strayEnded", rightly, "of 1", Goal.exactly(1));
            var left = killed.awaitNothing(Duration.ofSeconds(2));
            Figures.print("strangers.strayLeft", left.size(), "processes", Goal.exactly(0));
            Figures.print("strangers.sweep", took, "ms");
        } finally {
            strangers.forEach(Process::destroyForcibly);
        }
    }

    /** The engine of the second app, with two records here that seem to be about it. */
    private long neighbour(Path theirs) {
        var its = new EngineRecordFiles(theirs.resolve("engines")).all().getFirst();
        records.add(its);
        return its.pid();
    }

    private void addStranger(int number, Path engine, EngineRecord stray) throws Exception {
        int port = freePort();
        String token = "token" + number;
        var process = start(engine, port, token);
        strangers.add(process);
        awaitListening(process, port);
        var started = process.info().startInstant().orElseThrow();
        var right = new EngineRecord(process.pid(), started, engine, port, token, GONE, started);
        records.add(almost(number % 5, right, stray.token()));
    }

    private Process start(Path engine, int port, String token) throws IOException {
        var builder =
                new ProcessBuilder(engine.toString(), "--host", "127.0.0.1", "-c", "256", "-t", "1")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.command().addAll(List.of("--port", Integer.toString(port)));
        builder.command().addAll(List.of("-m", data.resolve("tiny.gguf").toString()));
        builder.environment().put("PADDOCK_RUN", token);
        return builder.start();
    }

    /** What fits in all points but one. */
    private static EngineRecord almost(int point, EngineRecord right, String otherToken) {
        var app = ProcessHandle.current();
        var appStarted = app.info().startInstant().orElseThrow();
        boolean appLives = point == 4;
        return new EngineRecord(
                right.pid(),
                point == 0 ? right.started().minusSeconds(60) : right.started(),
                point == 3 ? Path.of("/usr/bin/llama-server") : right.executable(),
                point == 2 ? right.port() + 1 : right.port(),
                point == 1 ? otherToken : right.token(),
                appLives ? app.pid() : right.owner(),
                appLives ? appStarted : right.ownerStarted());
    }

    private static void awaitListening(Process process, int port) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < limit) {
            try (var socket = new java.net.Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("it ended with " + process.exitValue());
                }
            }
        }
        throw new IllegalStateException("it does not listen");
    }

    private void addGarbled() throws IOException {
        var random = new Random(1);
        for (int number = 0; number < GARBLED; number++) {
            var bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            Files.write(data.resolve("engines").resolve(GONE + number + ".json"), bytes);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
