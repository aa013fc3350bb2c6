package dev.paddock.bench;

import dev.paddock.app.WindowRun;
import dev.paddock.engine.LaunchPlan;

import javafx.application.Platform;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The real engine beside a program that floods its log, in the real window with the log open:
 * frames, heap, and what the flooding program sees of its reader. Answers stream in all the while.
 * The same program in front of {@code cat > /dev/null}, and the same window before the flood, are
 * the baselines.
 */
final class FloodBench {
    private static final long RATE = 100_000_000;
    private static final long FASTEST_SECONDS = 5;
    private static final int QUIET_SECONDS = 5;
    private static final int DEFAULT_SECONDS = 60;
    private static final double MIB = 1 << 20;

    private final Path folder;

    private FloodBench(Path folder) {
        this.folder = folder;
    }

    /** What the flooding program saw: megabytes a second, and its longest wait in milliseconds. */
    private record Flow(double rate, double longest) {}

    /**
     * @param arguments seconds of flood; 60 without
     */
    static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_SECONDS;
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await(60, TimeUnit.SECONDS);
        var bench = new FloodBench(Files.createTempDirectory("flood"));
        bench.compare("flood", seconds, RATE, "lines");
        bench.compare("flood.endless", FASTEST_SECONDS, RATE, "endless");
        bench.compare("flood.bad", FASTEST_SECONDS, RATE, "bad");
        bench.compare("flood.fastest", FASTEST_SECONDS, 0, "lines");
        Runtime.getRuntime().halt(0);
    }

    private void compare(String name, long seconds, long rate, String kind) throws Exception {
        // As fast as it can is some ten times as fast.
        long bytes = seconds * (rate == 0 ? 4 * RATE : rate);
        Flow cat = intoCat(bytes, rate, kind);
        Figures.print(name + ".cat.rate", cat.rate(), "MB/s");
        Figures.print(name + ".cat.longest", cat.longest(), "ms");
        Flow app = intoApp(name, bytes, rate, kind);
        Figures.print(name + ".app.rate", app.rate(), "MB/s");
        Figures.print(name + ".app.longest", app.longest(), "ms");
        Figures.print(name + ".rate.ratio", app.rate() / cat.rate(), "x", Goal.atLeast(0.99));
    }

    private Flow intoCat(long bytes, long rate, String kind) throws Exception {
        Path result = folder.resolve("cat");
        var process =
                new ProcessBuilder(
                                "sh", "-c", child(result, bytes, rate, kind) + " | cat > /dev/null")
                        .inheritIO()
                        .start();
        process.waitFor();
        return flow(result);
    }

    private Flow intoApp(String name, long bytes, long rate, String kind) throws Exception {
        Path result = folder.resolve("app");
        Files.deleteIfExists(result);
        try (var run = WindowRun.openWithLog(plan(result, bytes, rate, kind))) {
            run.ask("Warm up.");
            double before = heapAfterCollection();
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(QUIET_SECONDS);
            var quiet = framesWhile(run, () -> System.nanoTime() < until);
            Files.createFile(folder.resolve("go"));
            double cpu = uiCpu();
            long start = System.nanoTime();
            var frames = framesWhile(run, () -> Files.notExists(result));
            double share = (uiCpu() - cpu) / (System.nanoTime() - start);
            double after = heapAfterCollection();
            Figures.print(name + ".ui.cpu", share * 100, "% of a core");
            Figures.print(name + ".lines", run.newestLine(), "lines");
            Figures.print(name + ".quiet.p99", Figures.quantile(quiet, 0.99), "ms");
            Figures.print(name + ".frame.p50", Figures.quantile(frames, 0.5), "ms");
            double slow = Figures.quantile(frames, 0.99);
            Figures.print(name + ".frame.p99", slow, "ms", Goal.atMost(50));
            Figures.print(name + ".frame.max", Figures.quantile(frames, 1), "ms");
            Figures.print(name + ".heap.before", before, "MiB");
            Figures.print(name + ".heap.growth", after - before, "MiB", Goal.atMost(20));
        }
        Files.delete(folder.resolve("go"));
        return flow(result);
    }

    /** Nanoseconds of processor the thread that draws has had. */
    private static double uiCpu() throws Exception {
        var own = new CompletableFuture<Long>();
        Platform.runLater(
                () -> own.complete(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
        return own.get();
    }

    /** The times from frame to frame while answer after answer streams in. */
    private static List<Double> framesWhile(WindowRun run, BooleanSupplier goesOn)
            throws Exception {
        var frames = new ArrayList<Double>();
        var timer = new FrameTimer(frames);
        Platform.runLater(timer::start);
        while (goesOn.getAsBoolean()) {
            run.ask("Tell me a story.");
        }
        Platform.runLater(timer::stop);
        return frames;
    }

    /** The real engine; the flood begins beside it when the file {@code go} is there. */
    private LaunchPlan plan(Path result, long bytes, long rate, String kind) throws IOException {
        LaunchPlan real = BenchEngine.plan();
        Path script = folder.resolve("llama-server");
        Files.writeString(
                script,
                """
                #!/bin/sh
                case "$1" in --help | --version) exec '%1$s' "$@" ;; esac
                (until [ -e '%2$s/go' ]; do sleep 0.05; done; exec %3$s) &
                exec '%1$s' "$@"
                """
                        .formatted(real.engine(), folder, child(result, bytes, rate, kind)));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + script + " executable");
        }
        return new LaunchPlan(script, real.model(), real.options());
    }

    private static String child(Path result, long bytes, long rate, String kind) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        // The app runs engines in their own folder, where relative places mean nothing.
        String classes =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(place -> Path.of(place).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator));
        return String.join(
                " ",
                List.of(
                        "'" + java + "'",
                        "-XX:+UseSerialGC -Xmx32m -cp",
                        "'" + classes + "'",
                        FloodChild.class.getName(),
                        "'" + result + "'",
                        bytes + " " + rate + " " + kind));
    }

    private static Flow flow(Path result) throws IOException {
        String[] figures = Files.readString(result).split(" ");
        return new Flow(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
    }

    private static double heapAfterCollection() {
        System.gc();
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    }
}
