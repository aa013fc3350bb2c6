package dev.paddock.ui.maths;

/** Outlines in the notation of SVG, all points mapped to where they are drawn. */
final class Outline {
    private final StringBuilder path = new StringBuilder();

    boolean isEmpty() {
        return path.isEmpty();
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** Adds a path of absolute commands, as glyphs are: M, L, H, V, Q, T, C, S and Z. */
    void add(String data, Affine at) {
        var numbers = new PathNumbers(data);
        double x = 0;
        double y = 0;
        for (char command = numbers.command(); command != 0; command = numbers.command()) {
            switch (command) {
                case 'Z', 'z' -> path.append('Z');
                case 'H' -> {
                    x = numbers.next();
                    point('L', at, x, y);
                }
                case 'V' -> {
                    y = numbers.next();
                    point('L', at, x, y);
                }
                default -> {
                    int points = points(command);
                    for (int i = 0; i < points; i++) {
                        x = numbers.next();
                        y = numbers.next();
                        point(i == 0 ? command : ' ', at, x, y);
                    }
                }
            }
        }
    }

    private static int points(char command) {
        return switch (command) {
            case 'M', 'L', 'T' -> 1;
            case 'Q', 'S' -> 2;
            case 'C' -> 3;
            default -> throw new IllegalArgumentException("Unknown command " + command);
        };
    }

    void line(Affine at, double... corners) {
        for (int i = 0; i < corners.length; i += 2) {
            point(i == 0 ? 'M' : 'L', at, corners[i], corners[i + 1]);
        }
    }

    void polygon(Affine at, double... corners) {
        line(at, corners);
        path.append('Z');
    }

    void rectangle(Affine at, double x, double y, double width, double height) {
        polygon(at, x, y, x + width, y, x + width, y + height, x, y + height);
    }

    /** Four curves that nobody can tell from an ellipse. */
    void ellipse(Affine at, double x, double y, double across, double down) {
        double dx = across * 0.5523;
        double dy = down * 0.5523;
        point('M', at, x - across, y);
        curve(at, x - across, y - dy, x - dx, y - down, x, y - down);
        curve(at, x + dx, y - down, x + across, y - dy, x + across, y);
        curve(at, x + across, y + dy, x + dx, y + down, x, y + down);
        curve(at, x - dx, y + down, x - across, y + dy, x - across, y);
        path.append('Z');
    }

    private void curve(Affine at, double... points) {
        for (int i = 0; i < points.length; i += 2) {
            point(i == 0 ? 'C' : ' ', at, points[i], points[i + 1]);
        }
    }

    private void point(char command, Affine at, double x, double y) {
        path.append(command);
        number(at.x(x, y));
        path.append(' ');
        number(at.y(x, y));
    }

    /** A ten-thousandth of a letter's size is finer than any screen. */
    private void number(double value) {
        long tenths = Math.round(value * 10);
        if (tenths < 0) {
            path.append('-');
        }
        path.append(Math.abs(tenths) / 10);
        long rest = Math.abs(tenths) % 10;
        if (rest != 0) {
            path.append('.').append(rest);
        }
    }

    /** Reads commands and numbers. A command that is not repeated goes on. */
    private static final class PathNumbers {
        private final String data;
        private int at;
        private char last;

        PathNumbers(String data) {
            this.data = data;
        }

        /** The next command, 0 at the end. */
        char command() {
            skip();
            if (at == data.length()) {
                return 0;
            }
            if (Character.isLetter(data.charAt(at))) {
                last = data.charAt(at++);
            }
            return last;
        }

        double next() {
            skip();
            int from = at;
            while (at < data.length() && isPart(from)) {
                at++;
            }
            return Double.parseDouble(data.substring(from, at));
        }

        private boolean isPart(int from) {
            char sign = data.charAt(at);
            return sign >= '0' && sign <= '9' || sign == '.' || sign == '-' && at == from;
        }

        private void skip() {
            while (at < data.length() && " ,\n".indexOf(data.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
