package dev.paddock.app;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;

/** How a node looks, with the focus or without, down to the pixel. For the FX thread. */
final class FocusLook {
    /** Around it, where a ring may be drawn. */
    private static final double RING = 5;

    /** A corner tells enough of what is large. */
    private static final double MOST_WIDE = 300;

    private static final double MOST_HIGH = 120;

    private FocusLook() {}

    /** The pixels of a field are those of the box that it stands in. */
    static int[] of(Node node) {
        Node drawn = node instanceof TextInputControl ? node.getParent() : node;
        node.getScene().getRoot().applyCss();
        node.getScene().getRoot().layout();
        var bounds = drawn.getBoundsInParent();
        var shot = new SnapshotParameters();
        shot.setViewport(
                new Rectangle2D(
                        bounds.getMinX() - RING,
                        bounds.getMinY() - RING,
                        Math.min(bounds.getWidth() + 2 * RING, MOST_WIDE),
                        Math.min(bounds.getHeight() + 2 * RING, MOST_HIGH)));
        var image = drawn.snapshot(shot, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}
