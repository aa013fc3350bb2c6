package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.text.Indent.Level;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

class MarkdownTest {
    @Test
    void headingsKeepTheirLevelAndLooks() {
        assertEquals(
                List.of(
                        new Block.Heading(
                                Indent.NONE,
                                2,
                                List.of(
                                        Inline.plain("Use "),
                                        new Inline(
                                                "mvn",
                                                Style.PLAIN.with(Look.CODE),
                                                Optional.empty())))),
                Markdown.blocks("## Use `mvn`"));
    }

    @Test
    void nestedListsBecomeDepth() {
        var blocks = Markdown.blocks("1. one\n   - deep\n2. two\n");
        assertEquals(
                List.of(
                        item("one", 1, new Marker.Number(1, ".")),
                        item("deep", 2, new Marker.Bullet()),
                        item("two", 1, new Marker.Number(2, "."))),
                blocks);
    }

    @Test
    void onlyTheFirstBlockOfAnItemCarriesItsMarker() {
        var blocks = Markdown.blocks("- one\n\n  more\n");
        assertTrue(blocks.get(0).indent().marker().isPresent());
        assertTrue(blocks.get(1).indent().marker().isEmpty());
        assertEquals(List.of(Level.LIST), blocks.get(1).indent().levels());
    }

    @Test
    void tasksKnowWhetherTheyAreDone() {
        var blocks = Markdown.blocks("- [x] done\n- [ ] open\n");
        assertEquals(
                List.of(
                        item("done", 1, new Marker.Task(true)),
                        item("open", 1, new Marker.Task(false))),
                blocks);
    }

    @Test
    void anEmptyItemIsStillShown() {
        assertEquals(List.of(item("", 1, new Marker.Bullet())), Markdown.blocks("-\n"));
    }

    @Test
    void quotesBecomeLevels() {
        var block = Markdown.blocks("> > deep").getFirst();
        assertEquals(List.of(Level.QUOTE, Level.QUOTE), block.indent().levels());
    }

    @Test
    void fencedCodeKeepsLanguageAndText() {
        assertEquals(
                List.of(new Block.Code(Indent.NONE, "java", 1, "int a;\n\nint b;", Piece.WHOLE)),
                Markdown.blocks("```java title=x\nint a;\n\nint b;\n```"));
    }

    @Test
    void tablesKeepAlignmentAndFillShortRows() {
        var table = (Block.Table) Markdown.blocks("|a|b|\n|:-|-:|\n|1|\n").getFirst();
        assertEquals(List.of(Block.Alignment.LEFT, Block.Alignment.RIGHT), table.columns());
        assertEquals(2, table.rows().size());
        assertEquals(Block.Cell.EMPTY, table.rows().get(1).get(1));
    }

    @Test
    void picturesStandByThemselvesAndWithinOtherTextAsTheirDescription() {
        String address = "http://c.d/e.png";
        assertEquals(
                List.of(
                        new Block.Paragraph(Indent.NONE, List.of(Inline.plain("See")), Piece.WHOLE),
                        new Block.Picture(Indent.NONE, "a cat", address),
                        new Block.Paragraph(
                                Indent.NONE, List.of(Inline.plain("there.")), Piece.WHOLE)),
                Markdown.blocks("See ![a cat](" + address + ") there."));
        var heading = (Block.Heading) Markdown.blocks("# ![a cat](" + address + ")").getFirst();
        assertEquals(
                List.of(new Inline("a cat", Style.PLAIN, Optional.of(address))), heading.text());
    }

    @Test
    void bareAddressesBecomeLinks() {
        assertEquals(
                List.of(
                        Inline.plain("see "),
                        new Inline("https://a.b/c", Style.PLAIN, Optional.of("https://a.b/c"))),
                runs("see https://a.b/c"));
    }

    @Test
    void rawHtmlIsText() {
        assertEquals(List.of(Inline.plain("<i2>x</i2> a\nb")), runs("<i2>x</i2> a<br>b"));
        assertEquals(
                List.of(Inline.plain("<script>alert(1)</script>")),
                runs("<script>alert(1)</script>"));
    }

    @Test
    void longCodeAndProseAreCutAtLines() {
        String line = "x".repeat(99) + "\n";
        var code = Markdown.blocks("```\n" + line.repeat(200) + "```\n");
        assertTrue(code.size() >= 5);
        code.forEach(block -> assertEquals(0, (((Block.Code) block).text().length() + 1) % 100));
        assertEquals(new Piece(true, false, ""), ((Block.Code) code.getFirst()).piece());
        assertEquals(new Piece(false, true, "\n"), ((Block.Code) code.getLast()).piece());
        var prose = Markdown.blocks("word ".repeat(2_000));
        assertTrue(prose.size() >= 5);
        assertEquals(
                "word ".repeat(2_000).strip(),
                String.join(
                        " ",
                        prose.stream()
                                .map(b -> Inline.text(((Block.Paragraph) b).text()))
                                .toList()));
    }

    @Test
    void hostileNestingNeitherOverflowsNorStalls() {
        Linear.assertRead(
                300, MarkdownTest::hostile, text -> assertFalse(Markdown.blocks(text).isEmpty()));
    }

    private static List<String> hostile(int n) {
        return List.of(
                ">".repeat(20 * n) + "x",
                "- ".repeat(20 * n) + "x",
                "*a ".repeat(20 * n) + "b* ".repeat(20 * n),
                "[".repeat(20 * n) + "a" + "](x)".repeat(20 * n),
                "![".repeat(10 * n) + "a",
                "`a``".repeat(10 * n),
                "**a __b ".repeat(10 * n) + "c__ d**".repeat(10 * n),
                "a*".repeat(50 * n),
                "<kbd>".repeat(20 * n) + "x" + "</kbd>".repeat(20 * n),
                "x<b>".repeat(20 * n) + "x" + "</i>".repeat(20 * n),
                "<details>".repeat(20 * n),
                "<details>\n".repeat(10 * n) + "<summary>".repeat(10 * n),
                "<br>\n- ".repeat(10 * n),
                "<b>\n\n".repeat(10 * n),
                "[^a]: ".repeat(20 * n),
                "[^a]".repeat(20 * n),
                "[a]: b\n".repeat(10 * n),
                "> [!NOTE]\n".repeat(10 * n),
                "> [!NOTE] ".repeat(10 * n),
                "![a](data:image/png;base64,AAAA)".repeat(3 * n),
                "https://a.b、".repeat(8 * n),
                "|a".repeat(5 * n) + "\n" + "|-".repeat(5 * n) + "\n" + "|\n".repeat(50));
    }

    @Test
    void veryLongLinesOfCodeStayCodeAndOthersAreText() {
        String brackets = "[".repeat(1_000_000);
        for (String fence : List.of("```\n%s\n```", "text\n~~~~ js\n%s\n", "- a\n```\n%s")) {
            var blocks = Markdown.blocks(fence.formatted(brackets));
            var code = (Block.Code) blocks.getLast();
            assertTrue(code.text().endsWith("[".repeat(1_000)), fence);
        }
        for (String text :
                List.of(
                        "%s",
                        "```\n```\n%s",
                        "<div>\n```\n\n%s",
                        "    ```\n%s",
                        "- a\n  ```\n%s",
                        "``` a`\n%s")) {
            var blocks = Markdown.blocks(text.formatted(brackets));
            assertTrue(blocks.getLast() instanceof Block.Paragraph, text);
            assertTrue(paragraphs(blocks).endsWith(brackets), text);
        }
    }

    @Test
    void aVeryLongLineLeavesWhatIsAroundItAsItIs() {
        String line = "**[".repeat(40_000);
        var blocks =
                Markdown.blocks("# Title\n\n**bold**\n\n- " + line + "\n- `code`\n\nEnd [a](b).\n");
        assertTrue(blocks.getFirst() instanceof Block.Heading, "title");
        assertTrue(((Block.Paragraph) blocks.get(1)).text().getFirst().style().is(Look.STRONG));
        assertEquals(line, paragraphs(blocks.subList(2, blocks.size() - 2)));
        var code = (Block.Paragraph) blocks.get(blocks.size() - 2);
        assertTrue(code.text().getFirst().style().is(Look.CODE));
        assertEquals(blocks.get(2).indent(), code.indent(), "both are items of the list");
        var end = (Block.Paragraph) blocks.getLast();
        assertEquals(Optional.of("b"), end.text().get(1).link());
    }

    private static String paragraphs(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> Inline.text(((Block.Paragraph) block).text()))
                .collect(Collectors.joining());
    }

    @Test
    void aLargePictureIsNoLongLine() {
        String address = "data:image/png;base64," + "A".repeat(1_000_000);
        var blocks = Markdown.blocks("**See** ![a](" + address + ") `x`");
        assertEquals(new Block.Picture(Indent.NONE, "a", address), blocks.get(1));
        assertEquals(3, blocks.size());
    }

    private static List<Inline> runs(String text) {
        return ((Block.Paragraph) Markdown.blocks(text).getFirst()).text();
    }

    private static Block item(String text, int depth, Marker marker) {
        var indent = Indent.NONE;
        for (int i = 0; i < depth; i++) {
            indent = indent.inside(Level.LIST);
        }
        return new Block.Paragraph(
                indent.marked(marker),
                text.isEmpty() ? List.of() : List.of(Inline.plain(text)),
                Piece.WHOLE);
    }
}
