package dev.paddock.bench;

import dev.paddock.app.FirstWindow;
import dev.paddock.files.AppDirs;
import dev.paddock.files.JsonSettings;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the process to the first painted window, against a blank JavaFX window with the
 * same Java options; and to the window with everything in it. Drawn into memory, so that no display
 * server takes part. The two take turns.
 */
final class StartupBench {
    private static final int ROUNDS = 11;
    private static final long LIMIT_SECONDS = 60;

    private StartupBench() {}

    /**
     * @param args an installed image to measure in place of this build's classes
     */
    static void main(String[] args) throws Exception {
        if (args.length > 0) {
            InstalledStartup.run(Path.of(args[0]).toAbsolutePath());
            return;
        }
        Path data = Files.createTempDirectory("startup");
        var dirs = new AppDirs(data).create();
        // The screen in memory has 1000 × 1000 pixels.
        var place = new WindowPlace(0, 0, 980, 700, false, true, false);
        new JsonSettings(dirs.settings()).save(Settings.DEFAULT.withWindow(place));
        var blank = new ArrayList<Double>();
        var painted = new ArrayList<Double>();
        var usable = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = -1; round < ROUNDS; round++) {
            double empty = start(List.of()).get(FirstWindow.PAINTED);
            var app = start(List.of(data.toString()));
            if (round >= 0) {
                blank.add(empty);
                painted.add(app.get(FirstWindow.PAINTED));
                usable.add(app.get(FirstWindow.USABLE));
                ratios.add(painted.getLast() / empty);
            }
        }
        Figures.print("startup.blank", Figures.median(blank), "ms");
        Figures.print("startup.painted", Figures.median(painted), "ms");
        Figures.print("startup.painted.p90", Figures.quantile(painted, 0.9), "ms");
        Figures.print("startup.painted.ratio", Figures.median(ratios), "x", Goal.atMost(1.6));
        Figures.print("startup.usable", Figures.median(usable), "ms");
        Figures.print("startup.usable.p90", Figures.quantile(usable, 0.9), "ms");
        Figures.print("startup.usable.ratio", Figures.median(usable) / Figures.median(blank), "x");
    }

    /** What the process said, with the milliseconds from its start. */
    private static Map<String, Double> start(List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Dglass.platform=Headless");
        command.add("-Dprism.order=sw");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(FirstWindow.class.getName());
        command.addAll(arguments);
        long start = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new HashMap<String, Double>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.put(line, (System.nanoTime() - start) / 1e6);
            }
        }
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)
                || !said.containsKey(FirstWindow.PAINTED)) {
            throw new IOException("no window was painted");
        }
        return said;
    }
}
