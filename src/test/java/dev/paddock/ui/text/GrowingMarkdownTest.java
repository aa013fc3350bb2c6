package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class GrowingMarkdownTest {
    /** What makes Markdown difficult, as pieces to be strung together. */
    private static final String[] PIECES = {
        "a",
        "word ",
        "two words",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "5. ",
        "2) ",
        "- [x] ",
        "- [ ] ",
        "> ",
        ">",
        "# ",
        "### ",
        "===",
        "---",
        "***",
        "```",
        "```java\n",
        "~~~",
        "    ",
        "  ",
        "\t",
        "|",
        "a|b",
        "|-|-|",
        "|---|:-:|",
        "| x | y |\n",
        "`code`",
        "`",
        "**",
        "*",
        "_",
        "~~",
        "[link](http://a.b)",
        "[ref]",
        "[ref][]",
        "![pic](http://c.d/e.png)",
        "<div>",
        "</div>",
        "<a>",
        "<br>",
        "<kbd>",
        "</kbd>",
        "<details>",
        "<summary>",
        "</summary>",
        "</details>\n",
        "[^1]",
        "\n[^1]: ",
        "[!NOTE]",
        "> [!tip] ",
        "中",
        "。",
        "“",
        "<!--",
        "-->",
        "http://x.y/z",
        "&amp;",
        "\\",
        "\\*",
        "😀",
        "é",
        "0",
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void growingGivesTheSameAsReadingAtOnce(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 1_500; run++) {
            check(randomText(random, 1 + random.nextInt(40)), random);
        }
    }

    @Test
    void lateDefinitionsReachTheTextAboveOnceFinished() {
        String text = "See [ref].\n\nMore.\n\n[ref]: http://a.b\n\nEnd.\n";
        assertEquals(Markdown.blocks(text), grown(text, new Random(1), true));
    }

    @Test
    void closedBlocksAreNotReadAgain() {
        var growing = new GrowingMarkdown(Indent.NONE);
        growing.update("# One\n\nTwo\n\n- three\n");
        var change = growing.update("# One\n\nTwo\n\n- three\n- four\n");
        assertEquals(2, change.kept());
        assertEquals(2, change.tail().size());
    }

    @Test
    void aLineThatIsNotWholeClosesNothing() {
        var growing = new GrowingMarkdown(Indent.NONE);
        growing.update("Heading\n-");
        assertEquals(List.of("Heading\n-x"), texts(growing.update("Heading\n-x").tail()));
        assertEquals(0, growing.update("Heading\n-x").kept());
    }

    @Test
    void aLongReplyIsReadInItsOwnTime() {
        var reply = "Some words and `code`.\n\n- one\n- two\n\n```\nx\n```\n\n".repeat(2_000);
        var growing = new GrowingMarkdown(Indent.NONE);
        int mostRead = 0;
        for (int end = 0; end <= reply.length(); end += 40) {
            var change = growing.update(reply.substring(0, end));
            mostRead = Math.max(mostRead, change.tail().size());
        }
        assertTrue(mostRead < 12, "read again: " + mostRead + " blocks");
    }

    private static void check(String text, Random random) {
        var whole = Markdown.blocks(text);
        assertEquals(whole, grown(text, random, false), () -> "of " + quoted(text));
    }

    /** Grows {@code text} by random steps; every step must show what the text so far means. */
    private static List<Block> grown(String text, Random random, boolean definitions) {
        var growing = new GrowingMarkdown(Indent.NONE);
        var blocks = new ArrayList<Block>();
        for (int end = 0; end < text.length(); end += 1 + random.nextInt(6)) {
            String soFar = text.substring(0, end);
            var change = growing.update(soFar);
            apply(change, blocks);
            if (!definitions && !soFar.contains("ref]:")) {
                assertEquals(Markdown.blocks(soFar), blocks, () -> "of " + quoted(soFar));
            }
        }
        apply(growing.finish(text), blocks);
        return blocks;
    }

    private static void apply(GrowingMarkdown.Change change, List<Block> blocks) {
        blocks.subList(change.kept(), blocks.size()).clear();
        blocks.addAll(change.tail());
    }

    private static String randomText(Random random, int pieces) {
        var text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(30) == 0
                            ? "\n[ref]: /url" + (random.nextBoolean() ? "\n" : "")
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream()
                .map(
                        block ->
                                switch (block) {
                                    case Block.Paragraph it -> Inline.text(it.text());
                                    case Block.Heading it -> Inline.text(it.text());
                                    case Block.Code it -> it.text();
                                    case Block.Table it -> it.rows().toString();
                                    case Block.Rule _ -> "---";
                                    case Block.Admonition it -> Inline.text(it.title());
                                    case Block.Details it -> Inline.text(it.summary());
                                    case Block.DetailsEnd _ -> "";
                                    case Block.Picture it -> it.description();
                                })
                .toList();
    }

    private static String quoted(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    }

    @Test
    void aVeryLongLineMakesNoOtherLinePlain() {
        var growing = new GrowingMarkdown(Indent.NONE);
        String before = "**bold**\n\n";
        String line = "a [".repeat(40_000);
        growing.update(before + line);
        var next = growing.update(before + line + "\n\n# Title\n");
        assertTrue(next.tail().getLast() instanceof Block.Heading, "what follows is read");
        var last = growing.update(before + line + "\n\n# Title\n\nEnd");
        assertTrue(last.kept() > 1, "what is above is over");
    }
}
