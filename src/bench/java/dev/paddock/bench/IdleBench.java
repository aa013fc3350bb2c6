package dev.paddock.bench;

import dev.paddock.app.WindowRun;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What the app takes while nobody touches it and its engine is ready: with the status in sight and
 * minimised, processor time of the app and what it had the disk write. For Linux.
 */
final class IdleBench {
    private static final int SECONDS = 300;

    /** The status has settled, its chart is level again and the code it runs is compiled. */
    private static final int REST_SECONDS = 150;

    private static final double NANOS = 1e9;

    private final CpuClock clock = new CpuClock();
    private final int seconds;

    private IdleBench(int seconds) {
        this.seconds = seconds;
    }

    /**
     * @param args for how many seconds each is watched, and how long it rests before
     */
    static void main(String[] args) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : SECONDS;
        int rest = args.length > 1 ? Integer.parseInt(args[1]) : REST_SECONDS;
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await(60, TimeUnit.SECONDS);
        var bench = new IdleBench(seconds);
        try (var run = WindowRun.open(BenchEngine.plan(), 0)) {
            run.ask("Tell me a story.");
            TimeUnit.SECONDS.sleep(rest);
            bench.measure("idle.visible", Goal.atMost(0.5));
            iconify(run, true);
            TimeUnit.SECONDS.sleep(Math.min(rest, 5));
            bench.measure("idle.hidden", Goal.atMost(0.3));
        }
        Runtime.getRuntime().halt(0);
    }

    private static void iconify(WindowRun run, boolean iconified) {
        Platform.runLater(
                () -> {
                    if (run.scene().getWindow() instanceof Stage stage) {
                        stage.setIconified(iconified);
                    }
                });
    }

    private void measure(String name, Goal goal) throws IOException, InterruptedException {
        long cpu = clock.nanos();
        long written = written();
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double share = 100.0 * (clock.nanos() - cpu) / (System.nanoTime() - start);
        long bytes = written() - written;
        Figures.print(name + ".seconds", (System.nanoTime() - start) / NANOS, "s");
        Figures.print(name + ".cpu", share, "% of a core", goal);
        Figures.print(name + ".written", bytes, "bytes", Goal.exactly(0));
    }

    /** What this process had the disk write; pipes and sockets are not in it. */
    private static long written() throws IOException {
        String name = "write_bytes:";
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.substring(name.length()).strip()))
                .findFirst()
                .orElseThrow();
    }
}
