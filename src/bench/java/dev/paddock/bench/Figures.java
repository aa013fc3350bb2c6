package dev.paddock.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints lines of {@code name value unit}, with goal and verdict where a figure has a goal, and
 * adds each to the file that {@code bin/bench} names ({@code src/bench/figures.sh} does the same
 * for scripts). Each is written at once, since some benchmarks end by halting.
 */
final class Figures {
    /** The file for what was measured; without it the figures are only printed. */
    private static final String FILE = "paddock.bench.figures";

    private static final PrintStream OUT = System.out;

    private Figures() {}

    static void print(String name, double value, String unit) {
        print(name, value, unit, Optional.empty());
    }

    static void print(String name, double value, String unit, Goal goal) {
        print(name, value, unit, Optional.of(goal));
    }

    private static void print(String name, double value, String unit, Optional<Goal> goal) {
        String limit = goal.map(Goal::toString).orElse("");
        String verdict = goal.map(one -> one.met(value) ? "met" : "missed").orElse("");
        String number = String.format(Locale.ROOT, "%.3f", value);
        String line = "%-34s %10s %-12s %-10s %s".formatted(name, number, unit, limit, verdict);
        OUT.println(line.stripTrailing());
        if (System.getProperty(FILE) instanceof String file) {
            keep(Path.of(file), String.join("\t", name, number, unit, limit, verdict) + "\n");
        }
    }

    private static void keep(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static double median(List<Double> values) {
        return quantile(values, 0.5);
    }

    /**
     * @param share 0 to 1
     */
    static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return Arrays.stream(sorted).skip(Math.max(0, index)).findFirst().orElse(Double.NaN);
    }
}
