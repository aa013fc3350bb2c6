package dev.paddock.bench;

import java.util.Locale;

/** What a figure is to be: at most, at least or exactly so much. */
record Goal(Sense sense, double limit) {
    /** How value and limit compare where the goal is met. */
    enum Sense {
        AT_MOST("<="),
        AT_LEAST(">="),
        EXACTLY("=");

        private final String sign;

        Sense(String sign) {
            this.sign = sign;
        }
    }

    static Goal atMost(double limit) {
        return new Goal(Sense.AT_MOST, limit);
    }

    static Goal atLeast(double limit) {
        return new Goal(Sense.AT_LEAST, limit);
    }

    static Goal exactly(double limit) {
        return new Goal(Sense.EXACTLY, limit);
    }

    /** What could not be measured ({@code NaN}) meets no goal. */
    boolean met(double value) {
        return switch (sense) {
            case AT_MOST -> value <= limit;
            case AT_LEAST -> value >= limit;
            case EXACTLY -> value == limit;
        };
    }

    @Override
    public String toString() {
        String number =
                limit == Math.rint(limit)
                        ? String.format(Locale.ROOT, "%.0f", limit)
                        : Double.toString(limit);
        return sense.sign + " " + number;
    }
}
