package dev.paddock.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ArgumentLineTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "-t 4 --no-such 7 -fa on, --no-such, -t 4 -fa on",
                "--no-such, --no-such, ``",
                "--a x y --b, --a, --b",
                "-t -1 --metrics, -t, --metrics",
                "--a 1 --a 2 -t 4, --a, -t 4",
                "--alias 'my model' --x, --x, --alias 'my model'",
                "-t 4, --x, -t 4"
            })
    void takesAFlagOutWithItsValues(String line, String flag, String left) {
        assertEquals(left, ArgumentLine.without(line, flag));
    }

    @Test
    void whatIsLeftMeansTheSame() {
        var line = "--a \"it's\" --b 'a\\b \"c\"' '' --x";
        assertEquals(
                List.of("--a", "it's", "--b", "a\\b \"c\"", ""),
                ArgumentLine.split(ArgumentLine.without(line, "--x")));
    }
}
