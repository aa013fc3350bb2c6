package dev.paddock.bench;

import dev.paddock.integration.Cycles;
import dev.paddock.integration.Cycles.Held;

import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/**
 * Starts and stops the real engine in one process and compares what the process holds before and
 * after: threads, open files and heap after a collection.
 */
final class CyclesBench {
    private static final int CYCLES = 500;
    private static final int WARM_UP = 30;

    /** The supervisor's limits on the last stop and the idle threads of pools end by then. */
    private static final int SETTLING_SECONDS = 65;

    private CyclesBench() {}

    /**
     * @param arguments how many; 500 without
     */
    static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CYCLES;
        try (var cycles = new Cycles(Files.createTempDirectory("cycles"))) {
            cycles.warmUp(WARM_UP);
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            var before = Held.now();
            long start = System.nanoTime();
            cycles.run(count);
            double seconds = (System.nanoTime() - start) / 1e9;
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            var after = Held.now();
            Figures.print("cycles.count", count, "cycles");
            Figures.print("cycles.each", seconds / count * 1e3, "ms");
            compare("cycles.threads", before.threads(), after.threads(), "threads");
            compare("cycles.files", before.files(), after.files(), "files");
            compare("cycles.heap", before.heap() / 1e6, after.heap() / 1e6, "MB");
        }
    }

    private static void compare(String name, double before, double after, String unit) {
        Figures.print(name + ".before", before, unit);
        Figures.print(name + ".after", after, unit);
        Figures.print(name + ".growth", (after - before) / before * 100, "%", Goal.atMost(2));
    }
}
