package dev.paddock.bench;

import dev.paddock.app.FirstWindow;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long the window stands on the screen before anything is painted in it: from when a display
 * server of our own shows it to the outline of its parts, read from the picture of that server.
 */
final class UnpaintedBench {
    private static final int ROUNDS = 11;

    /** Ground, side and lines, beside the black of the screen. */
    private static final int OUTLINE_COLORS = 4;

    private static final double LIMIT_MILLIS = 200;
    private static final long END_SECONDS = 20;

    private UnpaintedBench() {}

    /**
     * @param args an installed image to measure in place of this build's classes
     */
    static void main(String[] args) throws Exception {
        var times = new ArrayList<Double>();
        try (var screen = Screen.open();
                var windows = new ShownWindows(screen.display())) {
            for (int round = -1; round < ROUNDS; round++) {
                double time = unpainted(screen, windows, command(args));
                if (round >= 0) {
                    times.add(time);
                }
            }
        }
        Figures.print("unpainted", Figures.median(times), "ms", Goal.atMost(LIMIT_MILLIS));
        Figures.print("unpainted.max", Figures.quantile(times, 1), "ms", Goal.atMost(LIMIT_MILLIS));
    }

    private static List<String> command(String[] args) throws IOException {
        String data = Files.createTempDirectory("unpainted").toString();
        if (args.length > 0) {
            var launcher = Path.of(args[0]).toAbsolutePath().resolve("bin").resolve("paddock");
            return List.of(launcher.toString(), "--data-dir", data);
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FirstWindow.class.getName(), data));
        return command;
    }

    /** In milliseconds. */
    private static double unpainted(Screen screen, ShownWindows windows, List<String> command)
            throws IOException, InterruptedException {
        screen.awaitEmpty();
        var builder = new ProcessBuilder(command);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", screen.display());
        var process = builder.start();
        if (!windows.await(process)) {
            throw new IOException("no window was shown by " + command.getFirst());
        }
        long shown = System.nanoTime();
        if (!screen.await(OUTLINE_COLORS, process)) {
            throw new IOException("no window was painted by " + command.getFirst());
        }
        double time = (System.nanoTime() - shown) / 1e6;
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return time;
    }
}
