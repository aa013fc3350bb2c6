package dev.paddock.chat;

import java.util.OptionalInt;

/**
 * How the next token is chosen.
 *
 * @param temperature 0 (always the likeliest) to 2
 * @param topP 0 (exclusive) to 1; 1 switches it off
 * @param topK 0 (off) to 1000
 * @param maxTokens at most so many tokens per answer, 1 or more; empty leaves it to the context
 * @throws InvalidSampling from the constructor when a value is out of range
 */
public record Sampling(double temperature, double topP, int topK, OptionalInt maxTokens) {
    /** What llama-server itself takes when a request names nothing. */
    public static final Sampling DEFAULT = new Sampling(0.8, 0.95, 40, OptionalInt.empty());

    /** The fields, with the range each allows. */
    public enum Field {
        TEMPERATURE(0, 2),
        TOP_P(0.01, 1),
        TOP_K(0, 1000),
        MAX_TOKENS(1, 1_000_000);

        private final double least;
        private final double most;

        Field(double least, double most) {
            this.least = least;
            this.most = most;
        }

        public double least() {
            return least;
        }

        public double most() {
            return most;
        }
    }

    public Sampling {
        check(Field.TEMPERATURE, temperature);
        check(Field.TOP_P, topP);
        check(Field.TOP_K, topK);
        maxTokens.ifPresent(most -> check(Field.MAX_TOKENS, most));
    }

    private static void check(Field field, double value) {
        if (!(value >= field.least() && value <= field.most())) {
            throw new InvalidSampling(field, value);
        }
    }

    /** A sampling value out of range. */
    public static final class InvalidSampling extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final Field field;

        InvalidSampling(Field field, double value) {
            super(field + " does not allow " + value);
            this.field = field;
        }

        public Field field() {
            return field;
        }
    }
}
