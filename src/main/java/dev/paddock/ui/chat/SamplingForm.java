package dev.paddock.ui.chat;

import static dev.paddock.option.SamplingOptions.MAX_TOKENS;
import static dev.paddock.option.SamplingOptions.TEMPERATURE;
import static dev.paddock.option.SamplingOptions.TOP_K;
import static dev.paddock.option.SamplingOptions.TOP_P;

import dev.paddock.option.InvalidValue;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.Parsed;
import dev.paddock.ui.words.OptionWords;
import dev.paddock.ui.words.Words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The basic options of an answer as a person types them. */
final class SamplingForm {
    static final List<Option<?>> OPTIONS = List.of(TEMPERATURE, TOP_P, TOP_K, MAX_TOKENS);

    private final OptionWords words;

    SamplingForm(Words words) {
        this.words = new OptionWords(words);
    }

    /**
     * Texts in, values or the broken rules out.
     *
     * @param options with what was typed; present when every field is right
     */
    record Read(Optional<Options> options, Map<Option<?>, String> wrong) {}

    Map<Option<?>, String> texts(Options options) {
        var texts = new LinkedHashMap<Option<?>, String>();
        OPTIONS.forEach(option -> texts.put(option, text(option, options)));
        return texts;
    }

    private static <T> String text(Option<T> option, Options options) {
        T value = options.value(option);
        return option.kind().automatic(value) ? "" : option.format(value);
    }

    /** What was typed over {@code before}; what did not change stays set or not. */
    Read read(Map<Option<?>, String> texts, Options before) {
        var wrong = new LinkedHashMap<Option<?>, String>();
        var options = before;
        for (var option : OPTIONS) {
            options = read(option, texts.getOrDefault(option, ""), options, wrong);
        }
        return new Read(wrong.isEmpty() ? Optional.of(options) : Optional.empty(), wrong);
    }

    private <T> Options read(
            Option<T> option, String text, Options before, Map<Option<?>, String> wrong) {
        return switch (option.parse(text)) {
            case Parsed.Valid<T>(T value) when value.equals(before.value(option)) -> before;
            case Parsed.Valid<T>(T value) -> before.with(option, value);
            case Parsed.Invalid<T>(InvalidValue(var invalid, var given)) -> {
                wrong.put(option, words.wrong(invalid, given));
                yield before;
            }
        };
    }
}
