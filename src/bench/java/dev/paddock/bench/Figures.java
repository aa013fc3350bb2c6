package dev.paddock.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints lines of {@code name value unit}. */
final class Figures {
    private static final PrintStream OUT = System.out;

    private Figures() {}

    static void print(String name, double value, String unit) {
        OUT.printf(Locale.ROOT, "%-34s %10.3f %s%n", name, value, unit);
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
