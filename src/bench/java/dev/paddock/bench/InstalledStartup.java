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
 * options. Painted is what can be seen: for the blank window its first pixel, for the app the
 * outline of its parts; it is usable once as many colours are seen as text and icons have. The two
 * take turns.
 */
final class InstalledStartup {
    private static final int ROUNDS = 11;
    private static final int COLD_ROUNDS = 7;
    private static final int BLANK_COLORS = 2;
    private static final int OUTLINE_COLORS = 4;
    private static final int FILLED_COLORS = 40;
    private static final long END_SECONDS = 20;
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
        var painted = new ArrayList<Double>();
        var usable = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = -1; round < rounds; round++) {
            double empty = start(blankWindow(), cold, BLANK_COLORS).getFirst();
            var app = start(installed(), cold, OUTLINE_COLORS, FILLED_COLORS);
            if (round >= 0) {
                blank.add(empty);
                painted.add(app.getFirst());
                usable.add(app.getLast());
                ratios.add(app.getFirst() / empty);
            }
        }
        Figures.print(name + ".blank", Figures.median(blank), "ms");
        Figures.print(name + ".painted", Figures.median(painted), "ms");
        Figures.print(name + ".painted.p90", Figures.quantile(painted, 0.9), "ms");
        Figures.print(name + ".painted.ratio", Figures.median(ratios), "x", Goal.atMost(0.8));
        Figures.print(name + ".usable", Figures.median(usable), "ms");
        Figures.print(name + ".usable.ratio", Figures.median(usable) / Figures.median(blank), "x");
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

    /** When so many colours were seen, each in milliseconds from the start. */
    private List<Double> start(List<String> command, boolean cold, int... colors)
            throws IOException, InterruptedException {
        screen.awaitEmpty();
        if (cold) {
            new ProcessBuilder("sync").start().waitFor();
            Files.writeString(CACHES, "3");
        }
        var builder = new ProcessBuilder(command);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", screen.display());
        var times = new ArrayList<Double>();
        long start = System.nanoTime();
        var process = builder.start();
        for (int wanted : colors) {
            if (!screen.await(wanted, process)) {
                throw new IOException("no window was painted by " + command.getFirst());
            }
            times.add((System.nanoTime() - start) / 1e6);
        }
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return times;
    }
}
