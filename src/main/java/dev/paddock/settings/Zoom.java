package dev.paddock.settings;

import java.util.List;

/**
 * How large the window's contents are drawn.
 *
 * @param percent {@link #LEAST} to {@link #MOST}; others become the nearest of these
 */
public record Zoom(int percent) {
    public static final int LEAST = 80;
    public static final int MOST = 200;
    public static final Zoom USUAL = new Zoom(100);

    private static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    public Zoom {
        percent = Math.clamp(percent, LEAST, MOST);
    }

    public double factor() {
        return percent / 100.0;
    }

    /** One step larger, the same at the end. */
    public Zoom in() {
        return new Zoom(STEPS.stream().filter(step -> step > percent).findFirst().orElse(MOST));
    }

    /** One step smaller, the same at the end. */
    public Zoom out() {
        return new Zoom(
                STEPS.reversed().stream().filter(step -> step < percent).findFirst().orElse(LEAST));
    }
}
