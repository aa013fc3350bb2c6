package dev.paddock.settings;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the window was, in logical pixels, and what was open in it. */
public record WindowPlace(
        double x, double y, double width, double height, boolean maximized, OpenParts open) {
    public static final double LEAST_WIDTH = 720;
    public static final double LEAST_HEIGHT = 480;
    public static final WindowPlace DEFAULT =
            new WindowPlace(Double.NaN, Double.NaN, 1200, 800, false, true, false);

    public WindowPlace {
        width = Math.max(width, LEAST_WIDTH);
        height = Math.max(height, LEAST_HEIGHT);
    }

    /** With the sidebar, and no conversation in sight. */
    public WindowPlace(
            double x,
            double y,
            double width,
            double height,
            boolean maximized,
            boolean inspector,
            boolean log) {
        this(x, y, width, height, maximized, new OpenParts(true, inspector, log, Optional.empty()));
    }

    public boolean sidebar() {
        return open.sidebar();
    }

    public boolean inspector() {
        return open.inspector();
    }

    public boolean log() {
        return open.log();
    }

    public WindowPlace withOpen(UnaryOperator<OpenParts> change) {
        return new WindowPlace(x, y, width, height, maximized, change.apply(open));
    }
}
