package dev.paddock.bench;

import dev.paddock.integration.AppProcess;
import dev.paddock.integration.Moment;
import dev.paddock.llama.process.Layers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final AtomicInteger enginesLeft = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger without = new AtomicInteger();
    private final List<Double> engineMillis = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> allMillis = Collections.synchronizedList(new ArrayList<>());

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
        var random = new Random(seed);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<?>>();
            for (int cycle = 0; cycle < cycles; cycle++) {
                var moment = Moment.values()[cycle % Moment.values().length];
                long delay = random.nextLong(TimeUnit.MILLISECONDS.toNanos(spread(moment)));
                running.add(
                        threads.submit(
                                () -> {
                                    cycle(moment, delay);
                                    return true;
                                }));
            }
            for (var each : running) {
                each.get();
            }
        }
        String name = "orphans." + layers.name().toLowerCase(Locale.ROOT);
        Figures.print(name + ".cycles", cycles, "kills");
        Figures.print(name + ".withEngine", cycles - without.get(), "kills");
        Figures.print(name + ".enginesLeft", enginesLeft.get(), "engines");
        Figures.print(name + ".left", left.get(), "processes, watchdogs included");
        Figures.print(name + ".engineGone.median", Figures.median(engineMillis), "ms");
        Figures.print(name + ".engineGone.max", Figures.quantile(engineMillis, 1), "ms");
        Figures.print(name + ".allGone.max", Figures.quantile(allMillis, 1), "ms");
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

    private void cycle(Moment moment, long delayNanos) throws Exception {
        try (var app = new AppProcess(QUICK, AppProcess.realEngine(), folder, moment, layers)) {
            app.await(moment);
            LockSupport.parkNanos(delayNanos);
            app.kill();
            long killed = System.nanoTime();
            if (app.running().isEmpty()) {
                without.incrementAndGet();
            }
            enginesLeft.addAndGet(app.awaitNone(LIMIT, OrphansBench::engine).size());
            engineMillis.add(millisSince(killed));
            var rest = LIMIT.minusNanos(System.nanoTime() - killed);
            app.awaitNothing(rest).forEach(pid -> tell(moment, app.describe(pid)));
            allMillis.add(millisSince(killed));
        }
    }

    private void tell(Moment moment, String process) {
        left.incrementAndGet();
        System.err.println("left after " + moment + ": " + process);
    }

    /** What is the engine by its command line, and not the watchdog that waits beside it. */
    private static boolean engine(String command) {
        return command.contains("llama-server") && !command.contains("end_group");
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
