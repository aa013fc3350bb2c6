package dev.paddock.app.cli;

import dev.paddock.option.ArgumentLine;
import dev.paddock.option.Choice;
import dev.paddock.option.Decimal;
import dev.paddock.option.InvalidValue;
import dev.paddock.option.JsonObject;
import dev.paddock.option.LayerCount;
import dev.paddock.option.LogitBiases;
import dev.paddock.option.Seed;
import dev.paddock.option.TextList;
import dev.paddock.option.WholeNumber;
import dev.paddock.ui.words.OptionWords;
import dev.paddock.ui.words.PathEncoding;
import dev.paddock.ui.words.Words;

import java.util.stream.Collectors;

/** The command line cannot be understood. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] values;

    UsageException(String key, Object... values) {
        super(key);
        this.key = key;
        this.values = values;
    }

    /** The system takes any name; it is Java that cannot say some in a locale without UTF-8. */
    static UsageException notAPath(String flag, String text) {
        return PathEncoding.lacks(text)
                ? new UsageException("cli.notAPath.locale", flag, text, PathEncoding.name())
                : new UsageException("cli.notAPath", flag, text);
    }

    static UsageException invalid(String flag, InvalidValue wrong) {
        String given = wrong.given();
        if (given.isEmpty()) {
            return new UsageException("cli.valueMissing", flag);
        }
        return switch (wrong.option().kind()) {
            case WholeNumber(int least, int most, _) ->
                    new UsageException(
                            "cli.outOfRange",
                            flag,
                            Integer.toString(least),
                            Integer.toString(most),
                            given);
            case Seed _ ->
                    new UsageException(
                            "cli.outOfRange", flag, "0", Long.toString(Seed.MOST), given);
            case Decimal(double least, double most) ->
                    new UsageException("cli.notInRange", flag, least, most, given);
            case Choice<?> choice ->
                    new UsageException("cli.notAChoice", flag, spellings(choice), given);
            case LayerCount _ -> new UsageException("cli.notLayers", flag, given);
            case ArgumentLine _, TextList _, LogitBiases _, JsonObject _ ->
                    new UsageException("cli.invalid", flag, wrong);
        };
    }

    private static <E extends Enum<E> & Choice.Spelled> String spellings(Choice<E> choice) {
        return choice.values().stream()
                .map(Choice.Spelled::spelling)
                .collect(Collectors.joining(", "));
    }

    public String sentence(Words words) {
        return values.length == 2 && values[1] instanceof InvalidValue(var option, var given)
                ? words.of(key, values[0], given, new OptionWords(words).wrong(option, given))
                : words.of(key, values);
    }
}
