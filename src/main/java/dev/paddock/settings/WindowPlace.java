package dev.paddock.settings;

/**
 * Where the window was, in logical pixels.
 *
 * @param inspector whether the pane on the right was open
 * @param log whether the log at the bottom was open
 */
public record WindowPlace(
        double x,
        double y,
        double width,
        double height,
        boolean maximized,
        boolean inspector,
        boolean log) {
    public static final double LEAST_WIDTH = 720;
    public static final double LEAST_HEIGHT = 480;
    public static final WindowPlace DEFAULT =
            new WindowPlace(Double.NaN, Double.NaN, 1200, 800, false, true, false);

    public WindowPlace {
        width = Math.max(width, LEAST_WIDTH);
        height = Math.max(height, LEAST_HEIGHT);
    }
}
