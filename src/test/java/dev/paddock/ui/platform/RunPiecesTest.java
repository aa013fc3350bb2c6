package dev.paddock.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.Collectors;

/** A run from right to left is cut where its typeface may change, and nowhere else. */
class RunPiecesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "שלום עולם|[שלום עולם]",
                "שלום, עולם|[שלום][, ][עולם]",
                "(קפה)!|[(][קפה][)!]",
                "שלום 👍🏽 עולם|[שלום ][👍🏽][ ][עולם]",
                "שלום→…עולם|[שלום][→][…][עולם]",
                "می‌خواهم را|[می‌خواهم را]",
                "שָׁלוֹם קפה|[שָׁלוֹם קפה]",
                "שלום مرحبا|[שלום ][مرحبا]",
            })
    void isCutInto(String text, String pieces) {
        assertEquals(pieces, cut(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום, עולם (קפה)", "می‌خواهم را", "  "})
    void isPlainWithOneScriptAndAscii(String text) {
        assertTrue(RunPieces.isPlain(text.toCharArray(), 0, text.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום 👍🏽", "שלום مرحبا", "קפה…"})
    void isNotPlainWithSignsOfOtherTypefaces(String text) {
        assertFalse(RunPieces.isPlain(text.toCharArray(), 0, text.length()));
    }

    private static String cut(String text) {
        return RunPieces.of(text.toCharArray(), 0, text.length()).stream()
                .map(it -> "[" + text.substring(it.from(), it.from() + it.length()) + "]")
                .collect(Collectors.joining());
    }
}
