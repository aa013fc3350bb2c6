package dev.paddock.ui.transcript;

import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

/**
 * Keeps what a person reads where it is when a formula beside it is typeset, which is seldom as
 * high as its source. Above what is in sight, the rest must not follow; at the end of text that is
 * followed, text above would fall back: there a gap is left, which more text fills.
 */
final class ReadingPlace {
    /** A larger gap would look like an end. */
    private static final double LARGEST = 300;

    private double heightBefore;
    private boolean typeset;
    private int row = -1;
    private double y;
    private double viewHeight;
    private double slack;

    /**
     * Formulas have been typeset.
     *
     * @param height what the row at the top was high, where they stand above all that is in sight;
     *     else 0
     */
    void typeset(double height) {
        typeset = true;
        heightBefore = heightBefore > 0 ? heightBefore : height;
    }

    /** Rows gave way to others. */
    void changed(int from, int removed, int added) {
        if (from < row || removed > added) {
            row = -1;
            slack = 0;
        }
    }

    /** By how many pixels the row at the top has grown above all that is in sight. */
    double growth(DoubleSupplier height) {
        row = -1;
        slack = 0;
        double growth = heightBefore > 0 ? height.getAsDouble() - heightBefore : 0;
        heightBefore = 0;
        typeset = false;
        return growth;
    }

    /**
     * The gap to be left at the end of text that is followed.
     *
     * @param top the first row in sight
     * @param height that of the view
     * @param place where a row begins if there is no gap
     */
    double slack(int top, double height, IntToDoubleFunction place) {
        boolean same = row >= top && viewHeight == height && (typeset || slack > 0);
        slack = same ? Math.clamp(place.applyAsDouble(row) - y, 0, LARGEST) : 0;
        typeset = false;
        heightBefore = 0;
        viewHeight = height;
        row = same ? row : top;
        y = place.applyAsDouble(row) - slack;
        return slack;
    }
}
