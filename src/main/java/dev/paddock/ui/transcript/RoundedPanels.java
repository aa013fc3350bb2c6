package dev.paddock.ui.transcript;

import javafx.geometry.Rectangle2D;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;

import java.util.List;

/** The outline of a panel behind a part of a line. */
final class RoundedPanels {
    private static final double RADIUS = 3;

    /** How far it reaches past the text on either side. */
    private static final double SIDE = 1;

    private RoundedPanels() {}

    /** Behind {@code part}, but never outside of a column of {@code width}. */
    static List<PathElement> behind(Rectangle2D part, double width) {
        double left = Math.max(0, part.getMinX() - SIDE);
        double right = Math.min(width, part.getMaxX() + SIDE);
        double top = part.getMinY();
        double bottom = part.getMaxY();
        if (right - left < 2 * RADIUS) {
            return List.of();
        }
        return List.of(
                new MoveTo(left + RADIUS, top),
                new HLineTo(right - RADIUS),
                corner(right, top + RADIUS),
                new VLineTo(bottom - RADIUS),
                corner(right - RADIUS, bottom),
                new HLineTo(left + RADIUS),
                corner(left, bottom - RADIUS),
                new VLineTo(top + RADIUS),
                corner(left + RADIUS, top));
    }

    /** All of {@code part}, with its corners. */
    static List<PathElement> square(Rectangle2D part) {
        return List.of(
                new MoveTo(part.getMinX(), part.getMinY()),
                new HLineTo(part.getMaxX()),
                new VLineTo(part.getMaxY()),
                new HLineTo(part.getMinX()),
                new ClosePath());
    }

    private static ArcTo corner(double x, double y) {
        return new ArcTo(RADIUS, RADIUS, 0, x, y, false, true);
    }
}
