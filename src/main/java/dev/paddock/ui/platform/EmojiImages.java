package dev.paddock.ui.platform;

import com.sun.prism.Image;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Drawings of emoji in the sizes they are shown in, each scaled once. May be asked from any thread.
 */
final class EmojiImages {
    private static final int MOST_PIXELS = 1 << 19;

    private final Map<Integer, Image> images = new LinkedHashMap<>(16, 0.75f, true);
    private int pixels;

    /**
     * @param side its width and height in pixels, at most {@link EmojiDrawings#SIDE}
     */
    synchronized Image of(int place, int side) {
        int key = place << 8 | side;
        var known = images.get(key);
        if (known != null) {
            return known;
        }
        int[] scaled = scaled(EmojiDrawings.shared().pixels(place), side);
        var made = Image.fromIntArgbPreData(scaled, side, side);
        images.put(key, made);
        pixels += scaled.length;
        var eldest = images.values().iterator();
        while (pixels > MOST_PIXELS && images.size() > 1) {
            var image = eldest.next();
            pixels -= image.getWidth() * image.getHeight();
            eldest.remove();
        }
        return made;
    }

    /** Each pixel the mean of what it covers; with its colours multiplied by its opacity. */
    static int[] scaled(int[] drawing, int side) {
        int[] scaled = new int[side * side];
        double step = (double) EmojiDrawings.SIDE / side;
        double[] sums = new double[4];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                Arrays.fill(sums, 0);
                addArea(drawing, x * step, y * step, step, sums);
                scaled[y * side + x] = pixel(sums, step * step);
            }
        }
        return scaled;
    }

    private static void addArea(int[] drawing, double left, double top, double step, double[] to) {
        for (int y = (int) top; y < Math.min(EmojiDrawings.SIDE, top + step); y++) {
            double high = Math.min(y + 1, top + step) - Math.max(y, top);
            for (int x = (int) left; x < Math.min(EmojiDrawings.SIDE, left + step); x++) {
                double part = high * (Math.min(x + 1, left + step) - Math.max(x, left));
                int argb = drawing[y * EmojiDrawings.SIDE + x];
                double alpha = part * (argb >>> 24);
                to[0] += alpha;
                to[1] += alpha * (argb >> 16 & 0xFF) / 255;
                to[2] += alpha * (argb >> 8 & 0xFF) / 255;
                to[3] += alpha * (argb & 0xFF) / 255;
            }
        }
    }

    private static int pixel(double[] sums, double area) {
        int pixel = 0;
        for (double sum : sums) {
            pixel = pixel << 8 | Math.min(255, (int) Math.round(sum / area));
        }
        return pixel;
    }
}
