package dev.paddock.option;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A whole number.
 *
 * @param automatic the number outside the range that leaves the choice to the engine or the model;
 *     people write it {@value #AUTO} or as this number
 */
public record WholeNumber(int least, int most, OptionalInt automatic) implements Kind<Integer> {
    static final String AUTO = "auto";

    public static WholeNumber between(int least, int most) {
        return new WholeNumber(least, most, OptionalInt.empty());
    }

    public WholeNumber orAutomatic(int number) {
        return new WholeNumber(least, most, OptionalInt.of(number));
    }

    @Override
    public Optional<Integer> parse(String text) {
        String given = Numbers.ungrouped(text);
        if (automatic.isPresent() && (given.isEmpty() || given.equalsIgnoreCase(AUTO))) {
            return Optional.of(automatic.getAsInt());
        }
        try {
            return Optional.of(Integer.parseInt(given)).filter(this::allows);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    @Override
    public String format(Integer value) {
        return automatic(value) ? AUTO : value.toString();
    }

    @Override
    public Optional<Integer> fromJson(Object json) {
        return switch (json) {
            case Number number -> Numbers.whole(number).flatMap(n -> parse(n.toString()));
            case String text -> parse(text);
            default -> Optional.empty();
        };
    }

    @Override
    public Object toJson(Integer value) {
        return automatic(value) ? AUTO : value;
    }

    @Override
    public boolean allows(Integer value) {
        return automatic(value) || value >= least && value <= most;
    }

    @Override
    public boolean automatic(Integer value) {
        return automatic.isPresent() && automatic.getAsInt() == value;
    }
}
