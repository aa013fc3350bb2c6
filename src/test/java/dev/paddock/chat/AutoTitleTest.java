package dev.paddock.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class AutoTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello there | Hello there",
                "## **Bold** plan ~~no~~ | Bold plan no",
                "- [ ] buy `milk` | buy milk",
                "1. first | first",
                "> quoted _words_ | quoted words",
                "Fix snake_case_name please | Fix snake_case_name please",
                "See [the docs](https://example.org/a) now | See the docs now",
                "-5 degrees | -5 degrees",
                "What is 2 * 3*4? | What is 2 * 3*4?",
                "C# and F# | C# and F#",
                "你好,世界 | 你好,世界",
                "🦙 | 🦙",
                "??? | ???"
            })
    void readsLikeTheFirstLine(String message, String title) {
        assertEquals(title, AutoTitle.of(message, "Untitled"));
    }

    @Test
    void skipsLinesWithNothingToRead() {
        assertEquals("int x;", AutoTitle.of("\n \t\n```java\nint x;\n```", "Untitled"));
        assertEquals("Untitled", AutoTitle.of(" \n***\n\0\n", "Untitled"));
    }

    @Test
    void cutsAtAWord() {
        var title = AutoTitle.of("word ".repeat(100), "Untitled");
        assertTrue(title.endsWith("word…"), title);
        assertEquals(AutoTitle.LONGEST, AutoTitle.of("x".repeat(500), "Untitled").length());
    }

    @Test
    void nothingThatFitsIsCut() {
        var fits = "x".repeat(AutoTitle.LONGEST);
        assertEquals(fits, AutoTitle.of(fits, "Untitled"));
        var cut = "x".repeat(AutoTitle.LONGEST - 1) + "…";
        assertEquals(cut, AutoTitle.of(fits + "x", "Untitled"));
    }

    /** A first word alone, early in a long line, would say too little. */
    @Test
    void aWordThatIsTooLongIsCutItself() {
        var title = AutoTitle.of("a " + "x".repeat(500), "Untitled");
        assertEquals(AutoTitle.LONGEST, title.length());
    }

    @Test
    void noCharacterIsCutInHalf() {
        var title = AutoTitle.of("x".repeat(AutoTitle.LONGEST - 2) + "🦙🦙", "Untitled");
        assertEquals("x".repeat(AutoTitle.LONGEST - 2) + "…", title);
    }

    @Test
    void isAlwaysAShortCleanLine() {
        var random = new Random(20260301);
        for (int round = 0; round < 20_000; round++) {
            var message = message(random);
            var title = AutoTitle.of(message, "Untitled");
            var shown = "<" + title + "> from <" + message + ">";
            assertFalse(title.isBlank(), shown);
            assertTrue(title.length() <= AutoTitle.LONGEST, shown);
            assertEquals(title.strip(), title, shown);
            assertTrue(title.chars().noneMatch(Character::isISOControl), shown);
            assertFalse(Character.isHighSurrogate(title.charAt(title.length() - 1)), shown);
        }
    }

    @Test
    void aHugeFirstLineCostsLittle() {
        assertEquals(AutoTitle.LONGEST, AutoTitle.of("[".repeat(2_000_000), "U").length());
    }

    private static String message(Random random) {
        var pieces =
                new String[] {
                    "word",
                    " ",
                    "\n",
                    "*",
                    "_",
                    "`",
                    "```",
                    "# ",
                    "[a](b)",
                    "![",
                    "](",
                    ")",
                    "\0",
                    "🦙",
                    "\uD83E",
                    "\uDD99",
                    "é",
                    "\u200D",
                    "\u00A0",
                    "\u2028",
                    "1. ",
                    "- ",
                    "> ",
                    "longerword".repeat(7),
                    "~~",
                    "\t",
                    "漢字",
                    "\u202E"
                };
        return Stream.generate(() -> pieces[random.nextInt(pieces.length)])
                .limit(random.nextInt(40))
                .collect(Collectors.joining());
    }
}
