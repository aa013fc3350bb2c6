package dev.paddock.ui.transcript;

import java.util.Arrays;

/** Shares a width among the columns of a table. */
final class ColumnWidths {
    /** Text in a narrower column is no pleasure to read: rather the table scrolls. In pixels. */
    static final double READABLE = 140;

    private ColumnWidths() {}

    /**
     * Narrow columns keep their natural width; wide ones share what is left evenly.
     *
     * @return widths whose sum is at most {@code available} unless columns would become too narrow
     *     to be read
     */
    static double[] share(double[] natural, double available) {
        double[] widths = natural.clone();
        if (Arrays.stream(natural).sum() <= available) {
            return widths;
        }
        double left = available;
        double[] sorted = natural.clone();
        Arrays.sort(sorted);
        double fair = available / natural.length;
        for (int i = 0; i < sorted.length; i++) {
            fair = left / (sorted.length - i);
            if (sorted[i] > fair) {
                break;
            }
            left -= sorted[i];
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.min(natural[i], Math.max(READABLE, Math.floor(fair)));
        }
        return widths;
    }
}
