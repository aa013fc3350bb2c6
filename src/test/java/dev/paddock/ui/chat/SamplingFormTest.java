package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Sampling;
import dev.paddock.chat.Sampling.Field;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class SamplingFormTest {
    private final SamplingForm form = new SamplingForm(new Words());

    @Test
    void whatIsShownIsReadBack() {
        var sampling = new Sampling(0.35, 0.9, 0, OptionalInt.of(256));
        assertEquals(Optional.of(sampling), form.read(form.texts(sampling)).sampling());
        assertEquals(
                Optional.of(Sampling.DEFAULT), form.read(form.texts(Sampling.DEFAULT)).sampling());
    }

    @Test
    void aCommaIsAPoint() {
        assertEquals(0.5, form.read(with(Field.TEMPERATURE, "0,5")).sampling().get().temperature());
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, 2.1, A number from 0 to 2",
        "TEMPERATURE, warm, A number from 0 to 2",
        "TEMPERATURE, '', A number from 0 to 2",
        "TOP_P, 0, A number from 0.01 to 1",
        "TOP_K, 4.5, A whole number from 0 to 1000",
        "TOP_K, -1, A whole number from 0 to 1000",
        "MAX_TOKENS, 0, A whole number from 1 to 1000000",
    })
    void aWrongValueNamesItsRange(Field field, String text, String rule) {
        var read = form.read(with(field, text));
        assertTrue(read.sampling().isEmpty());
        assertEquals(Map.of(field, rule), read.wrong());
    }

    private Map<Field, String> with(Field field, String text) {
        var texts = new EnumMap<>(form.texts(Sampling.DEFAULT));
        texts.put(field, text);
        return texts;
    }
}
