package dev.paddock.option;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as JSON trees and people write them. */
final class Numbers {
    /** A longer exponent would make a number of millions of digits. */
    private static final int MOST_CHARACTERS = 40;

    private static final Pattern GROUPING =
            Pattern.compile("(?<=\\d)[,_ \u00a0\u202f](?=\\d{3}(?!\\d))");

    private Numbers() {}

    /** Without the marks between groups of three digits, as in 8,192. */
    static String ungrouped(String text) {
        return GROUPING.matcher(text.strip()).replaceAll("");
    }

    /** The number, if it has no fraction: 8080 and 8080.0, not 8080.5. */
    static Optional<BigInteger> whole(Number number) {
        return exact(number.toString())
                .filter(n -> Math.abs((long) n.scale()) <= MOST_CHARACTERS)
                .filter(n -> n.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::toBigInteger);
    }

    /** Reads {@code 0.8}, {@code 8e-1} and {@code 0,8}. */
    static Optional<Double> decimal(String text) {
        String given = text.strip();
        String pointed = given.indexOf('.') < 0 ? given.replace(',', '.') : given;
        return exact(pointed).map(BigDecimal::doubleValue).filter(Double::isFinite);
    }

    /** Without exponent or needless zeros. */
    static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static Optional<BigDecimal> exact(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
