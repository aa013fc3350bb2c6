package dev.paddock.bench;

import dev.paddock.integration.AppProcess;
import dev.paddock.integration.Moment;
import dev.paddock.llama.process.Layers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Kills the app at random moments, the real engine under it, and counts what is left after two
 * seconds: with every layer, and with each form of the watchdog alone. Arguments: the cycles for
 * each (200), the seed (1), the layers (all three).
 */
final class OrphansBench {
    private static final int CYCLES = 200;
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int AT_ONCE = 3;
    private static final List<Layers> PROVED =
            List.of(Layers.ALL, Layers.WATCHDOG, Layers.WATCHDOG_WITHOUT_GROUP);
    private static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m");

    private final Layers layers;
    private final Path folder;

    /** What is kept of each kill. */
    private enum Column {
        CYCLE,
        WITH_ENGINE,
        ENGINES_LEFT,
        LEFT,
        ENGINE_MILLIS,
        ALL_MILLIS
    }

    private OrphansBench(Layers layers, Path folder) {
        this.layers = layers;
        this.folder = folder;
    }

    static void main(String[] arguments) throws Exception {
        int cycles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CYCLES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path folder = Files.createDirectories(Path.of("target", "bench", "orphans"));
        var named = Stream.of(arguments).skip(2).map(Layers::valueOf).toList();
        for (Layers layers : named.isEmpty() ? PROVED : named) {
            new OrphansBench(layers, folder.toAbsolutePath()).run(cycles, seed);
        }
    }

    private void run(int cycles, long seed) throws Exception {
        String name = "orphans." + layers.name().toLowerCase(Locale.ROOT);
        var rounds = Rounds.open(name, cycles, seed);
        var done = Set.copyOf(rounds.column(Column.CYCLE.ordinal()));
        var random = new Random(seed);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<?>>();
            for (int cycle = 0; cycle < cycles; cycle++) {
                double number = cycle;
                var moment = Moment.values()[cycle % Moment.values().length];
                long delay = random.nextLong(TimeUnit.MILLISECONDS.toNanos(spread(moment)));
                if (!done.contains(number)) {
                    running.add(
                            threads.submit(
                                    () -> {
                                        rounds.add(cycle(number, moment, delay));
                                        return true;
                                    }));
                }
            }
            for (var each : running) {
                each.get();
            }
        }
        print(name, rounds);
        rounds.finish();
    }

    private static void print(String name, Rounds rounds) {
        Figures.print(name + ".cycles", rounds.count(), "kills");
        Figures.print(name + ".withEngine", sum(rounds, Column.WITH_ENGINE), "kills");
        double engines = sum(rounds, Column.ENGINES_LEFT);
        Figures.print(name + ".enginesLeft", engines, "engines", Goal.exactly(0));
        // Watchdogs included.
        Figures.print(name + ".left", sum(rounds, Column.LEFT), "processes", Goal.exactly(0));
        var engineMillis = rounds.column(Column.ENGINE_MILLIS.ordinal());
        Figures.print(name + ".engineGone.median", Figures.median(engineMillis), "ms");
        Figures.print(name + ".engineGone.max", Figures.quantile(engineMillis, 1), "ms");
        var allMillis = rounds.column(Column.ALL_MILLIS.ordinal());
        Figures.print(name + ".allGone.max", Figures.quantile(allMillis, 1), "ms");
    }

    private static double sum(Rounds rounds, Column column) {
        return rounds.column(column.ordinal()).stream().mapToDouble(Double::doubleValue).sum();
    }

    /** How long after the moment the app may live on, in milliseconds. */
    private static int spread(Moment moment) {
        return switch (moment) {
            case BEGINNING -> 1500;
            case SPAWNING -> 60;
            case LOADING -> 250;
            case READY, STREAMING -> 100;
            case STOPPING -> 40;
        };
    }

    /** In the order of {@link Column}. */
    private double[] cycle(double number, Moment moment, long delayNanos) throws Exception {
        try (var app = new AppProcess(QUICK, AppProcess.realEngine(), folder, moment, layers)) {
            app.await(moment);
            LockSupport.parkNanos(delayNanos);
            app.kill();
            long killed = System.nanoTime();
            int withEngine = app.running().isEmpty() ? 0 : 1;
            int enginesLeft = app.awaitNone(LIMIT, OrphansBench::engine).size();
            double engineMillis = millisSince(killed);
            var rest = LIMIT.minusNanos(System.nanoTime() - killed);
            var left = app.awaitNothing(rest);
            double allMillis = millisSince(killed);
            left.forEach(
                    pid -> System.err.println("left after " + moment + ": " + app.describe(pid)));
            return new double[] {
                number, withEngine, enginesLeft, left.size(), engineMillis, allMillis
            };
        }
    }

    /** What is the engine by its command line, and not the watchdog that waits beside it. */
    private static boolean engine(String command) {
        return command.contains("llama-server") && !command.contains("end_group");
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
