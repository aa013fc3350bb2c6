package dev.paddock.ui.maths;

import dev.paddock.ui.maths.Drawing.Box;

import java.util.Optional;
import java.util.function.Function;

/**
 * How an element is drawn.
 *
 * @param fill empty for the colour of the text
 * @param width of lines
 */
record Pen(
        Affine at,
        Optional<String> fill,
        Optional<String> stroke,
        double width,
        Optional<Box> clip) {
    static final Pen FIRST =
            new Pen(Affine.IDENTITY, Optional.empty(), Optional.empty(), 0, Optional.empty());

    /** With what the attributes of an element within say. */
    Pen inside(Function<String, Optional<String>> attributes) {
        return new Pen(
                attributes.apply("transform").map(at::then).orElse(at),
                color(attributes.apply("fill"), fill),
                color(attributes.apply("stroke"), stroke),
                attributes.apply("stroke-width").map(Double::parseDouble).orElse(width),
                clip);
    }

    private static Optional<String> color(Optional<String> own, Optional<String> outer) {
        if (own.isEmpty() || own.get().equals("none")) {
            return outer;
        }
        return own.filter(it -> !it.equals("currentColor"));
    }

    Pen at(Affine other) {
        return new Pen(other, fill, stroke, width, clip);
    }

    Pen wide(double other) {
        return new Pen(at, fill, stroke, other, clip);
    }

    /**
     * Within a window at a place.
     *
     * @param box what is seen through it: x, y, width and height
     */
    Pen clippedTo(double x, double y, double[] box) {
        double left = at.x(x, y);
        double top = at.y(x, y);
        double right = at.x(x + box[2], y + box[3]);
        double bottom = at.y(x + box[2], y + box[3]);
        var seen =
                new Box(
                        Math.min(left, right),
                        Math.min(top, bottom),
                        Math.abs(right - left),
                        Math.abs(bottom - top));
        var inner = at.translated(x - box[0], y - box[1]);
        return new Pen(inner, fill, stroke, width, Optional.of(seen));
    }
}
