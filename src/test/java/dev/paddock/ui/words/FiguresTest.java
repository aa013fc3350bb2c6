package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class FiguresTest {
    private final Figures figures = new Words().figures();

    @ParameterizedTest
    @CsvSource({"0, 0 KiB", "1536, 2 KiB", "326107136, 311 MiB", "4939212390, 4.6 GiB"})
    void bytesAreInBinaryUnits(long bytes, String text) {
        assertEquals(text, figures.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"-5, 0 s", "12, 12 s", "185, 3 min 05 s", "7500, 2 h 05 min", "97200, 1 d 3 h"})
    void timeShowsItsTwoLargestUnits(long seconds, String text) {
        assertEquals(text, figures.elapsed(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0.0", "42.04; 42.0", "99.94; 99.9", "99.96; 100", "1234.4; 1,234"})
    void speedDropsItsDecimalFromAHundredOn(double speed, String text) {
        assertEquals(text, figures.speed(speed));
    }

    @ParameterizedTest
    @CsvSource({"7248000000, 7.2 B", "360000000, 360 M", "42000, 42 K"})
    void weightsAreWrittenAsInTheField(long weights, String text) {
        assertEquals(text, figures.weights(weights));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7 s, 1",
        "59, 59 s, 1",
        "60, 1 min, 60",
        "185, 3 min, 55",
        "7500, 2 h 05 min, 60"
    })
    void theAgeChangesOnceAMinute(long seconds, String text, long next) {
        var age = Duration.ofSeconds(seconds);
        assertEquals(text, figures.age(age));
        assertEquals(Duration.ofSeconds(next), Figures.untilOlder(age));
    }
}
