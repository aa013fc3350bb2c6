package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Text is cut for drawing, and never for copying. */
class SplitTest {
    private static final String[] BITS = {
        "word ",
        "x".repeat(900),
        " ",
        "\n",
        "\n\n\n",
        "\r\n",
        "\t",
        "\uD83D\uDE00",
        "漢字",
        "y".repeat(5_000),
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void piecesTogetherAreWhatWasWritten(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            String text = random(random);
            assertEquals(text, joined(Split.prose(text)));
            assertEquals(text, joined(Split.code(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void runsTogetherAreWhatWasWritten(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            String text = random(random);
            var runs = new ArrayList<Inline>();
            for (int from = 0, to; from < text.length(); from = to) {
                to = Math.min(text.length(), from + 1 + random.nextInt(1_500));
                runs.add(Inline.plain(text.substring(from, to)));
            }
            var parts = Split.prose(text);
            assertEquals(
                    parts.stream().map(Split.Part::text).toList(),
                    Split.runs(runs, parts).stream().map(Inline::text).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void growthChangesNoPieceButTheLast(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            String text = random(random);
            int end = random.nextInt(text.length() + 1);
            var before = Split.code(text.substring(0, end));
            var after = Split.code(text);
            int kept = before.size() - 1;
            assertEquals(before.subList(0, kept), after.subList(0, kept));
        }
    }

    @Test
    void aPieceOfCodeIsSmallAndMadeOfWholeLines() {
        var parts = Split.code("int value;\n".repeat(1_000));
        for (var part : parts.subList(0, parts.size() - 1)) {
            assertEquals(Split.CODE_LINES - 1, LineEnds.count(part.text()));
        }
        for (var part : Split.code("z".repeat(1_000_000))) {
            assertTrue(part.text().length() <= Split.CODE_LINE);
            assertEquals("", part.before());
        }
    }

    @Test
    void codeKeepsItsLineEndsAndTabs() {
        for (String code :
                List.of("a\r\n\r\n\tb\r\nc", "a\nb\r\n\r\nc", "a\n\n\n\tb", "only", "a\r\n", "")) {
            String end = code.contains("\r") ? "\r\n" : "\n";
            assertEquals(code, code("```x" + end + code + end + "```" + end), code);
            String inList = code.replace("\n", "\n  ");
            assertEquals(
                    code,
                    code("- item" + end + end + "  ```x" + end + "  " + inList + end + "  ```"));
            assertEquals(code, code("> ```" + end + "> " + code.replace("\n", "\n> ") + end));
        }
    }

    @Test
    void piecesKnowTheNumberOfTheirFirstLine() {
        String text = "l\n".repeat(50) + "q".repeat(9_000) + "\nend";
        int line = 1;
        for (Block block : Markdown.blocks("```\n" + text + "\n```")) {
            var code = (Block.Code) block;
            line += LineEnds.count(code.piece().before());
            assertEquals(line, code.line());
            line += LineEnds.count(code.text());
        }
        assertEquals(52, line);
    }

    private static String code(String markdown) {
        var code = new StringBuilder();
        for (Block block : Markdown.blocks(markdown)) {
            if (block instanceof Block.Code it) {
                code.append(it.piece().before()).append(it.text());
            }
        }
        return code.toString();
    }

    private static String joined(List<Split.Part> parts) {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part.before()).append(part.text()));
        return text.toString();
    }

    private static String random(Random random) {
        var text = new StringBuilder();
        int bits = 1 + random.nextInt(60);
        for (int i = 0; i < bits; i++) {
            text.append(BITS[random.nextInt(BITS.length)]);
        }
        return text.toString();
    }
}
