package dev.paddock.bench;

import dev.paddock.app.WindowRun;
import dev.paddock.ui.platform.RestingTimer;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The app that {@link IdleBench} leaves alone; it watches itself. */
final class IdleChild {
    private static final int SECONDS = 300;

    /** The status has settled, its chart is level again and the code it runs is compiled. */
    private static final int REST_SECONDS = 150;

    /** By then a caret stands still. */
    private static final int CARET_SECONDS = 15;

    private static final double NANOS = 1e9;

    private final CpuClock clock = new CpuClock();
    private final WindowRun run;
    private final int seconds;

    private IdleChild(WindowRun run, int seconds) {
        this.run = run;
        this.seconds = seconds;
    }

    /** Arguments: those of {@link IdleBench}. */
    static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : SECONDS;
        int rest = args.length > 1 ? Integer.parseInt(args[1]) : REST_SECONDS;
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await(60, TimeUnit.SECONDS);
        try (var run = WindowRun.openWide(BenchEngine.plan())) {
            Platform.runLater(RestingTimer::install);
            run.ask("Tell me a story.");
            var child = new IdleChild(run, seconds);
            child.rest(rest, true);
            child.measure("idle.visible", Goal.atMost(0.5));
            child.focusSearch();
            child.rest(Math.min(rest, CARET_SECONDS), true);
            child.measure("idle.field", Goal.atMost(0.5));
            child.iconify();
            child.rest(Math.min(rest, 5), false);
            child.measure("idle.hidden", Goal.atMost(0.3));
        }
        Runtime.getRuntime().halt(0);
    }

    /**
     * @param shown whether the status is to be in sight then
     */
    private void rest(int length, boolean shown) throws InterruptedException {
        TimeUnit.SECONDS.sleep(length);
        var status = run.scene().getRoot().lookup(".speed-scale");
        if (shown != (status != null && isInSight(status))) {
            throw new IllegalStateException("the status is in sight: " + !shown);
        }
    }

    private static boolean isInSight(Node node) {
        return node.isVisible()
                && (node.getParent() == null
                        ? !((Stage) node.getScene().getWindow()).isIconified()
                        : isInSight(node.getParent()));
    }

    /** Away from the composer, which the measurement before had the caret in. */
    private void focusSearch() {
        Platform.runLater(() -> run.scene().lookup("#search").requestFocus());
    }

    private void iconify() {
        Platform.runLater(() -> ((Stage) run.scene().getWindow()).setIconified(true));
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
