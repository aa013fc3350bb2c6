package dev.paddock.ui.chat;

import static dev.paddock.option.SamplingOptions.MAX_TOKENS;
import static dev.paddock.option.SamplingOptions.MIN_P;
import static dev.paddock.option.SamplingOptions.TEMPERATURE;
import static dev.paddock.option.SamplingOptions.TOP_K;
import static dev.paddock.option.SamplingOptions.TOP_P;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

class SamplingFormTest {
    private final SamplingForm form = new SamplingForm(new Words());

    @Test
    void whatIsShownIsReadBack() {
        var options =
                Options.of(TEMPERATURE, 0.35).with(TOP_P, 0.9).with(TOP_K, 0).with(MAX_TOKENS, 256);
        assertEquals(Optional.of(options), form.read(form.texts(options), options).options());
        assertEquals(Optional.of(options), form.read(form.texts(options), Options.EMPTY).options());
    }

    @Test
    void whatWasNotChangedStaysAsItWas() {
        var before = Options.of(MIN_P, 0.1);
        assertEquals(Optional.of(before), form.read(form.texts(before), before).options());
    }

    @Test
    void aCommaIsAPoint() {
        var read = form.read(with(TEMPERATURE, "0,5"), Options.EMPTY);
        assertEquals(Optional.of(Options.of(TEMPERATURE, 0.5)), read.options());
    }

    @ParameterizedTest
    @CsvSource({
        "temperature, 2.1, A number from 0 to 2.",
        "temperature, warm, A number from 0 to 2.",
        "temperature, '', A number from 0 to 2.",
        "topP, 1.1, A number from 0 to 1.",
        "topK, 4.5, 'A whole number from 0 to 1,000,000.'",
        "topK, -1, 'A whole number from 0 to 1,000,000.'",
        "maxTokens, 0, 'A whole number of tokens from 1 to 1,000,000, or auto.'",
    })
    void aWrongValueNamesItsRange(String key, String text, String rule) {
        var option = SamplingOptions.CATALOGUE.byKey(key).orElseThrow();
        var read = form.read(with(option, text), Options.EMPTY);
        assertTrue(read.options().isEmpty());
        assertEquals(Map.of(option, rule), read.wrong());
    }

    private Map<Option<?>, String> with(Option<?> option, String text) {
        var texts = new LinkedHashMap<>(form.texts(Options.EMPTY));
        texts.put(option, text);
        return texts;
    }
}
