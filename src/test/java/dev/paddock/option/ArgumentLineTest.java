package dev.paddock.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void splitsAsAShellDoes() {
        assertEquals(List.of("-t", "4"), ArgumentLine.split("  -t \t 4 "));
        assertEquals(List.of("a b", "c d"), ArgumentLine.split("'a b' \"c d\""));
        assertEquals(List.of("ab c"), ArgumentLine.split("a'b c'"));
        assertEquals(List.of("a\\b"), ArgumentLine.split("'a\\b'"), "single quotes keep all");
        assertEquals(List.of("a\"b\\c\\d"), ArgumentLine.split("\"a\\\"b\\\\c\\d\""));
        assertEquals(List.of("a b"), ArgumentLine.split("a\\ b"));
        assertEquals(List.of("a\\"), ArgumentLine.split("a\\"), "nothing follows");
        assertEquals(List.of(""), ArgumentLine.split("''"));
        assertEquals(List.of(), ArgumentLine.split(" "));
    }

    @Test
    void aQuoteThatIsNotClosedIsNotAllowed() {
        var kind = new ArgumentLine();
        assertFalse(kind.allows("-t '4"));
        assertFalse(kind.parse("\"").isPresent());
        assertTrue(kind.allows("-t '4'"));
        assertThrows(IllegalArgumentException.class, () -> ArgumentLine.split("'"));
    }

    @Test
    void findsAFlag() {
        assertTrue(ArgumentLine.contains("-t 4 --x", "--x"));
        assertFalse(ArgumentLine.contains("-t 4 '--x y'", "--x"));
    }
}
