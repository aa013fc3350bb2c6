package dev.paddock.bench;

import com.sun.management.OperatingSystemMXBean;

import dev.paddock.app.WindowRun;

import javafx.application.Platform;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A long answer in the real window, drawn in software into memory: frames and processor time, with
 * nothing above the answer and with 60,000 rows above it. The window with nothing above is the
 * baseline of the other.
 */
final class WindowBench {
    private static final int ROWS = 60_000;
    private static final int ROUNDS = 3;

    private static final Goal FRAME = Goal.atMost(33);
    private static final Goal CPU_PER_TOKEN = Goal.atMost(0.4);

    /** A tenth lies within what two runs of the same differ by. */
    private static final Goal NO_GROWTH = Goal.atMost(1.1);

    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private WindowBench() {}

    /** Of all rounds together. */
    private record Result(List<Double> frames, double cpuPerToken, double speed) {}

    static void main() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await(60, TimeUnit.SECONDS);
        Result empty = measure(0);
        report("window.rows0", empty);
        Result full = measure(ROWS);
        report("window.rows60000", full);
        double growth =
                Figures.quantile(full.frames(), 0.99) / Figures.quantile(empty.frames(), 0.99);
        Figures.print("window.p99.ratio", growth, "x", NO_GROWTH);
        Figures.print("window.cpu.ratio", full.cpuPerToken() / empty.cpuPerToken(), "x", NO_GROWTH);
        Runtime.getRuntime().halt(0);
    }

    private static Result measure(int rows) throws Exception {
        try (var run = WindowRun.open(BenchEngine.plan(), rows)) {
            run.ask("Warm up.");
            run.ask("Warm up more.");
            var frames = new ArrayList<Double>();
            long tokens = 0;
            long cpu = CPU.getProcessCpuTime();
            long start = System.nanoTime();
            for (int round = 0; round < ROUNDS; round++) {
                var timer = new FrameTimer(frames);
                Platform.runLater(timer::start);
                tokens += run.ask("Tell me a long story.").completionTokens();
                Platform.runLater(timer::stop);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double perToken = (CPU.getProcessCpuTime() - cpu) / 1e6 / tokens;
            return new Result(frames, perToken, tokens / seconds);
        }
    }

    private static void report(String name, Result result) {
        double mean =
                result.frames().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        Figures.print(name + ".frames", 1000 / mean, "frames/s");
        Figures.print(name + ".frame.p50", Figures.quantile(result.frames(), 0.5), "ms");
        Figures.print(name + ".frame.p99", Figures.quantile(result.frames(), 0.99), "ms", FRAME);
        Figures.print(name + ".frame.max", Figures.quantile(result.frames(), 1), "ms");
        Figures.print(name + ".cpu", result.cpuPerToken(), "ms/token", CPU_PER_TOKEN);
        Figures.print(name + ".speed", result.speed(), "tokens/s");
    }
}
