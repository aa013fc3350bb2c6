package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class DirectionTest {
    @ParameterizedTest
    @CsvSource({
        "שלום hello, true",
        "hello שלום, false",
        "'(1) שלום', true",
        "42 ✅ مرحبا, true",
        "« می‌خواهم », true",
        "'12, 13', false",
        "日本 שלום, false"
    })
    void itIsThatOfTheFirstStrongLetter(String text, boolean rightToLeft) {
        assertEquals(rightToLeft, Direction.of(List.of(Inline.plain(text))).isRightToLeft());
    }

    @Test
    void itIsLookedForInAllRuns() {
        var strong = new Inline("שלום", Style.PLAIN, Optional.empty());
        assertEquals(
                Direction.RIGHT_TO_LEFT,
                Direction.of(List.of(Inline.plain("1. "), strong, Inline.plain("hello"))));
    }

    @Test
    void aLongTextWithoutLettersIsNotReadToItsEnd() {
        assertEquals(
                Direction.LEFT_TO_RIGHT,
                Direction.of(List.of(Inline.plain("1 ".repeat(500)), Inline.plain("שלום"))));
    }
}
