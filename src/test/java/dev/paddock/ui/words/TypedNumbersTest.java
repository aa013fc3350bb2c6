package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.Parsed;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Map;

class TypedNumbersTest {
    private static final String LINUX = "Linux";

    private static <T> Parsed<T> typed(String language, Option<T> option, String text) {
        var numbers = new TypedNumbers(Locale.forLanguageTag(language));
        return option.parse(numbers.plain(option.kind(), text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 0.8 | 0.8",
                "en | 0,8 | 0.8",
                "de | 0,8 | 0.8",
                "de | 0.8 | 0.8",
                "de-CH | 0.8 | 0.8",
                "fr | 0,8 | 0.8",
                "fa | ۰٫۸ | 0.8",
            })
    void decimalsAreReadAsTheyAreWrittenThere(String language, String text, double value) {
        assertEquals(new Parsed.Valid<>(value), typed(language, SamplingOptions.TEMPERATURE, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 8,192 | 8192",
                "de | 8.192 | 8192",
                "de | 8,192 | 8192",
                "de | 131.072 | 131072",
                "de-CH | 8’192 | 8192",
                "fr | 8 192 | 8192",
                "fr | 8\u202f192 | 8192",
                "ar-EG | ٨١٩٢ | 8192",
            })
    void wholeNumbersAreReadAsTheyAreGroupedThere(String language, String text, int value) {
        assertEquals(new Parsed.Valid<>(value), typed(language, EngineOptions.CONTEXT_SIZE, text));
    }

    @Test
    void aPointIsNoGroupWhereItDividesFractions() {
        var english = typed("en", EngineOptions.CONTEXT_SIZE, "8.192");
        assertEquals(Parsed.Invalid.class, english.getClass());
    }

    @Test
    void aValueIsShownAsItWouldBeTyped() {
        var german = new TypedNumbers(Locale.GERMANY);
        assertEquals("0,8", german.local(SamplingOptions.TEMPERATURE.kind(), "0.8"));
        assertEquals("8192", german.local(EngineOptions.CONTEXT_SIZE.kind(), "8192"));
        assertEquals("a.b", german.local(EngineOptions.EXTRA_ARGUMENTS.kind(), "a.b"));
    }

    @Test
    void theStrongestVariableOfUnixSaysHowNumbersAreWritten() {
        var environment = Map.of("LANG", "en_US.UTF-8", "LC_NUMERIC", "de_CH.UTF-8@x");
        assertEquals(
                Locale.forLanguageTag("de-CH"), NumberLocale.of(LINUX, environment, Locale.US));
        assertEquals(
                Locale.ENGLISH,
                NumberLocale.of(LINUX, Map.of("LC_ALL", "C", "LANG", "de_DE"), Locale.GERMANY));
        assertEquals(
                Locale.GERMANY,
                NumberLocale.of("Windows 11", Map.of("LANG", "en_US"), Locale.GERMANY));
        assertEquals(Locale.ENGLISH, NumberLocale.of(LINUX, Map.of(), Locale.GERMANY));
    }
}
