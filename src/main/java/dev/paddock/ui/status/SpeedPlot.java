package dev.paddock.ui.status;

/** Where the lines of the chart are drawn, in its coordinates. */
record SpeedPlot(double left, double right, double top, double bottom) {
    /** Between the plot and the figures of an axis. */
    static final double GAP = 5;

    /**
     * @param position 0 at the old end, 1 now
     */
    double x(double position) {
        return left + Math.clamp(position, 0, 1) * (right - left);
    }

    /**
     * @param share of the scale, 0 at the bottom
     */
    double y(double share) {
        return bottom - Math.clamp(share, 0, 1) * (bottom - top);
    }

    /** The opposite of {@link #x}. */
    double position(double x) {
        return Math.clamp((x - left) / Math.max(1, right - left), 0, 1);
    }
}
