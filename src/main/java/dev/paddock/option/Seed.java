package dev.paddock.option;

import java.math.BigInteger;
import java.util.Optional;

/** The seed of the random numbers: 32 bits without a sign, or a new one each time. */
public record Seed() implements Kind<Long> {
    public static final long RANDOM = -1;
    public static final long MOST = 4_294_967_294L;

    private static final String AUTO = WholeNumber.AUTO;

    @Override
    public Optional<Long> parse(String text) {
        String given = Numbers.ungrouped(text);
        if (given.isEmpty() || given.equalsIgnoreCase(AUTO)) {
            return Optional.of(RANDOM);
        }
        try {
            return Optional.of(Long.parseLong(given)).filter(this::allows);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public String format(Long value) {
        return automatic(value) ? AUTO : value.toString();
    }

    @Override
    public Optional<Long> fromJson(Object json) {
        return switch (json) {
            case Number number ->
                    Numbers.whole(number).map(BigInteger::toString).flatMap(this::parse);
            case String text -> parse(text);
            default -> Optional.empty();
        };
    }

    @Override
    public Object toJson(Long value) {
        return automatic(value) ? AUTO : value;
    }

    @Override
    public boolean allows(Long value) {
        return value >= RANDOM && value <= MOST;
    }

    @Override
    public boolean automatic(Long value) {
        return value == RANDOM;
    }
}
