package dev.paddock.ui.maths;

import java.util.regex.Pattern;

/** A map of the plane: x' = a x + c y + e, y' = b x + d y + f. */
record Affine(double a, double b, double c, double d, double e, double f) {
    static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

    private static final Pattern STEP = Pattern.compile("(\\w+)\\(([^)]*)\\)");

    /** The steps of an SVG attribute, the last of which is applied first. */
    Affine then(String steps) {
        var all = this;
        var step = STEP.matcher(steps);
        while (step.find()) {
            all = all.then(step.group(1), numbers(step.group(2)));
        }
        return all;
    }

    private Affine then(String name, double[] at) {
        return switch (name) {
            case "translate" -> then(new Affine(1, 0, 0, 1, at[0], at.length > 1 ? at[1] : 0));
            case "scale" -> then(new Affine(at[0], 0, 0, at.length > 1 ? at[1] : at[0], 0, 0));
            case "matrix" -> then(new Affine(at[0], at[1], at[2], at[3], at[4], at[5]));
            case "rotate" -> {
                double cos = Math.cos(Math.toRadians(at[0]));
                double sin = Math.sin(Math.toRadians(at[0]));
                yield then(new Affine(cos, sin, -sin, cos, 0, 0));
            }
            default -> this;
        };
    }

    /** {@code inner} is applied first. */
    private Affine then(Affine inner) {
        return new Affine(
                a * inner.a + c * inner.b,
                b * inner.a + d * inner.b,
                a * inner.c + c * inner.d,
                b * inner.c + d * inner.d,
                x(inner.e, inner.f),
                y(inner.e, inner.f));
    }

    Affine translated(double x, double y) {
        return then(new Affine(1, 0, 0, 1, x, y));
    }

    double x(double x, double y) {
        return a * x + c * y + e;
    }

    double y(double x, double y) {
        return b * x + d * y + f;
    }

    /** By how much lengths grow. */
    double scale() {
        return Math.sqrt(Math.abs(a * d - b * c));
    }

    static double[] numbers(String list) {
        String[] parts = list.strip().split("[\\s,]+");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }
}
