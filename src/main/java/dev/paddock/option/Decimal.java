package dev.paddock.option;

import java.util.Optional;

/** A number with a fraction. */
public record Decimal(double least, double most) implements Kind<Double> {
    @Override
    public Optional<Double> parse(String text) {
        return Numbers.decimal(text).filter(this::allows);
    }

    @Override
    public String format(Double value) {
        return Numbers.text(value);
    }

    @Override
    public Optional<Double> fromJson(Object json) {
        return switch (json) {
            case Number number -> Optional.of(number.doubleValue()).filter(this::allows);
            case String text -> parse(text);
            default -> Optional.empty();
        };
    }

    @Override
    public Object toJson(Double value) {
        return value;
    }

    @Override
    public boolean allows(Double value) {
        return value >= least && value <= most;
    }
}
