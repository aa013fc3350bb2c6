package dev.paddock.bench;

import dev.paddock.app.FirstWindow;
import dev.paddock.packaging.LongConversation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the installed app's process to its first painted window on a display server,
 * against a blank JavaFX window of this build's JDK, without an AOT cache and with the same Java
 * options. Painted is what can be seen: for the blank window its first pixel, for the app as many
 * colours as text and icons have. The two take turns.
 */
final class InstalledStartup {
    private static final int ROUNDS = 11;
    private static final int COLD_ROUNDS = 7;
    private static final int BLANK_COLORS = 2;
    private static final int APP_COLORS = 40;
    private static final Path CACHES = Path.of("/proc/sys/vm/drop_caches");

    private final Screen screen;
    private final Path launcher;
    private final Path data;

    private InstalledStartup(Screen screen, Path image, Path data) {
        this.screen = screen;
        this.launcher = image.resolve("bin").resolve("paddock");
        this.data = data;
    }

    /**
     * @param image the folder with {@code bin} and {@code lib}
     */
    static void run(Path image) throws Exception {
        Path data = Files.createTempDirectory("startup");
        LongConversation.write(data, 200);
        try (var screen = Screen.open()) {
            var bench = new InstalledStartup(screen, image, data);
            bench.compare("installed.warm", ROUNDS, false);
            if (Files.isWritable(CACHES)) {
                bench.compare("installed.cold", COLD_ROUNDS, true);
            }
        }
    }

    private void compare(String name, int rounds, boolean cold) throws Exception {
        var blank = new ArrayList<Double>();
        var app = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = -1; round < rounds; round++) {
            double empty = start(blankWindow(), BLANK_COLORS, cold);
            double whole = start(installed(), APP_COLORS, cold);
            if (round >= 0) {
                blank.add(empty);
                app.add(whole);
                ratios.add(whole / empty);
            }
        }
        Figures.print(name + ".blank", Figures.median(blank), "ms");
        Figures.print(name + ".app", Figures.median(app), "ms");
        Figures.print(name + ".app.p90", Figures.quantile(app, 0.9), "ms");
        Figures.print(name + ".ratio", Figures.median(ratios), "x");
    }

    private static List<String> blankWindow() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FirstWindow.class.getName(), FirstWindow.STAY));
        return command;
    }

    private List<String> installed() {
        return List.of(launcher.toString(), "--data-dir", data.toString());
    }

    private double start(List<String> command, int colors, boolean cold)
            throws IOException, InterruptedException {
        if (cold) {
            new ProcessBuilder("sync").start().waitFor();
            Files.writeString(CACHES, "3");
        }
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", screen.display());
        long start = System.nanoTime();
        var process = builder.start();
        boolean painted = screen.await(colors, process);
        double millis = (System.nanoTime() - start) / 1e6;
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS) || !painted) {
            process.destroyForcibly();
            throw new IOException("no window was painted by " + command.getFirst());
        }
        return millis;
    }
}
