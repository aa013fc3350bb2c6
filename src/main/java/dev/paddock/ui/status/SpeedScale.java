package dev.paddock.ui.status;

/**
 * What the top of the chart stands for, in tokens/s. It grows with the first speed above it and
 * shrinks only when a fifth of it would do, so that the picture does not jump. For one thread.
 */
final class SpeedScale {
    private static final double LEAST = 10;
    private static final double ROOMY = 5;

    private double top = LEAST;

    /**
     * @param highest of the speeds in sight
     */
    double holding(double highest) {
        double enough = roundedUp(highest);
        if (enough > top || enough * ROOMY <= top) {
            top = enough;
        }
        return top;
    }

    void reset() {
        top = LEAST;
    }

    /** The least of 1, 2 or 5 times a power of ten, from 10 on, that holds {@code speed}. */
    static double roundedUp(double speed) {
        double step = LEAST;
        while (true) {
            for (double factor : new double[] {1, 2, 5}) {
                if (!(speed > factor * step)) {
                    return factor * step;
                }
            }
            step *= 10;
        }
    }
}
