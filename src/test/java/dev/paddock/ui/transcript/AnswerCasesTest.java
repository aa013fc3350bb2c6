package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.text.Block;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers as models write them, each of a kind that was shown wrong once, and what is right. */
@TestInstance(Lifecycle.PER_CLASS)
class AnswerCasesTest extends TranscriptOnScreen {
    @Test
    void aDefinitionThatNothingUsesIsText() {
        assertEquals(List.of("[ANSWER]: 42"), shown.rowTexts("[ANSWER]: 42"));
        assertEquals(List.of("[A]: 1\n[B]: two"), shown.rowTexts("[A]: 1\n[B]: **two**"));
        assertEquals(
                List.of("See here."), shown.rowTexts("See [here].\n\n[here]: https://example.org"));
        assertEquals(List.of("x", "[A]: 1"), shown.rowTexts("- x\n- [A]: 1"));
    }

    @Test
    void besideChineseMarksTextIsStrongToo() {
        shown.show("**注意：**请先保存。\n\n这是**“重点”**内容。");
        assertEquals(List.of("注意：", "“重点”"), shown.styled("strong"));
        assertEquals("注意：请先保存。\n\n这是“重点”内容。", shown.copied());
    }

    @Test
    void aWideTableKeepsItsColumnsReadableAndScrollsByItself() {
        shown.show(table(40));
        Stages.await("a bar", () -> !bars().isEmpty());
        Stages.runOnFx(
                () -> {
                    var bar = bars().getFirst();
                    assertTrue(bar.getMax() > 1_000, "the rest is to the right");
                    for (RichText text : shown.cell(TableCell.class).texts()) {
                        assertEquals(1, text.lines().size(), text.text());
                    }
                    assertTrue(inScene(lastText()).getMinX() > 700, "out of sight");
                    bar.setValue(bar.getMax());
                });
        Stages.await("the last column", () -> inScene(lastText()).getMaxX() <= 700);
        assertEquals(40 * 3, shown.copied().split("[\t\n]").length);
    }

    @Test
    void aTableThatBeginsOnTheRightIsScrolledToTheLeft() {
        shown.show(table(40).replaceFirst("col0", "שם"));
        Stages.await("a bar", () -> !bars().isEmpty());
        Stages.runOnFx(
                () -> {
                    var bar = bars().getFirst();
                    assertEquals(bar.getMax(), bar.getValue(), 1);
                    var first = shown.cell(TableCell.class).texts().getFirst();
                    assertTrue(inScene(first).getMinX() > 350, "the first column is on the right");
                    bar.setValue(0);
                });
        Stages.await("the last column", () -> inScene(lastText()).getMinX() >= 0);
    }

    @Test
    void longTextInATableIsWrappedInReadableColumns() {
        String words = "some words that go on ".repeat(6).strip();
        shown.show("|a|b|c|\n|-|-|-|\n|%s|%s|%s|".formatted(words, words, words));
        Stages.runOnFx(
                () -> {
                    var texts = shown.cell(TableCell.class).texts();
                    texts.forEach(text -> assertTrue(text.getWidth() >= 100, text.text()));
                    assertTrue(bars().isEmpty(), "three columns fit");
                });
    }

    @Test
    void aTableIsCopiedAsMarkdownAndAsCsv() {
        shown.show("|Name|Price|\n|:-:|-:|\n|a **b** \\| c|1,5|\n|x<br>y|\"q\"|");
        var table = (Block.Table) ((Row.Answer) shown.transcript.rows().get(1)).block();
        assertEquals(
                "| Name | Price |\n| :-: | --: |\n| a **b** \\| c | 1,5 |\n| x<br>y | \"q\" |\n",
                TableText.markdown(List.of(table)));
        assertEquals(
                "Name,Price\r\na b | c,\"1,5\"\r\n\"x\ny\",\"\"\"q\"\"\"\r\n",
                TableText.csv(List.of(table)));
    }

    @Test
    void aTagForALineBreakIsOne() {
        assertEquals(
                List.of("First line", "", "Second line\nthird", "Text\nafter"),
                shown.rowTexts(
                        "First line\n\n"
                                + "<br>\n\n"
                                + "Second line<br/>third\n\n"
                                + "<br><br>\n"
                                + "Text<br>\n"
                                + "after"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>\nLet me see **carefully**.\n- a\n- b\n</think>\nThe answer is **4**.",
                "<think>Let me see **carefully**.\n- a\n- b</think>The answer is **4**.",
                "Let me see **carefully**.\n- a\n- b\n</think>\n\nThe answer is **4**.",
                "<think>Let me <think>see</think> **carefully**.\n"
                        + "- a\n"
                        + "- b</think>\n\n"
                        + "The answer is **4**.",
            })
    void reasoningInTheAnswerIsFoldedAndItsMarkdownDrawn(String answer) {
        shown.show(answer);
        assertEquals(List.of("", "The answer is 4."), shown.rowTexts());
        assertEquals("The answer is **4**.", shown.transcript.lastAnswer().orElseThrow());
        shown.toggleThoughts();
        assertEquals(
                List.of("", "Let me see carefully.", "a", "b", "The answer is 4."),
                shown.rowTexts());
        assertEquals(List.of("carefully", "4"), shown.styled("strong"));
        shown.toggleThoughts();
        assertEquals(List.of("", "The answer is 4."), shown.rowTexts());
    }

    @Test
    void reasoningThatNeverEndsIsReasoning() {
        shown.show("<think>\nLet me see.\n\nStill thinking **hard**");
        assertEquals(List.of(""), shown.rowTexts());
        shown.toggleThoughts();
        assertEquals(List.of("", "Let me see.", "Still thinking hard"), shown.rowTexts());
    }

    @Test
    void everyItemKeepsItsMarker() {
        shown.show(
                "1. - alpha\n"
                        + "   - beta\n"
                        + "2. > quote\n"
                        + "3. ```\n"
                        + "   code\n"
                        + "   ```\n"
                        + "4. # head\n"
                        + "5. - - deep");
        assertEquals(
                "1. • alpha\n  • beta\n2. quote\n3. code\n4. head\n5. • • deep", shown.copied());
        Stages.runOnFx(
                () -> {
                    assertEquals(
                            List.of("1.", "•", "•", "2.", "3.", "4.", "5.", "•", "•"),
                            shown.visible(".marker").map(it -> ((Text) it).getText()).toList());
                    for (RowCell cell : shown.pane().deck().live()) {
                        apart(cell);
                    }
                });
    }

    /** No bar, marker or text of a cell lies upon another. */
    private static void apart(RowCell cell) {
        var parts =
                cell.lookupAll(".marker, .quote-bar, .rich-text").stream()
                        .filter(Node::isVisible)
                        .filter(it -> !(it instanceof RichText) || !(cell instanceof CodeCell))
                        .map(AnswerCasesTest::inScene)
                        .toList();
        for (int i = 0; i < parts.size(); i++) {
            for (int k = i + 1; k < parts.size(); k++) {
                assertFalse(parts.get(i).intersects(parts.get(k)), parts.toString());
            }
        }
    }

    @Test
    void nestedListsAreIndentedAndCopiedSo() {
        shown.show("- a\n  more\n  - b\n    1. c\n       1. d\n\n          e\n- [x] f\n  - [ ] g");
        assertEquals(
                "• a\n  more\n  • b\n    1. c\n      1. d\n\n        e\n☑ f\n  ☐ g",
                shown.copied());
        String deep =
                IntStream.range(0, 20)
                        .mapToObj(i -> "  ".repeat(i) + "- x\n")
                        .collect(Collectors.joining());
        shown.show(deep);
        Stages.runOnFx(
                () -> {
                    var lefts =
                            shown.pane().deck().live().stream()
                                    .filter(ProseCell.class::isInstance)
                                    .map(cell -> cell.texts().getFirst().getLayoutX())
                                    .toList();
                    assertEquals(20, lefts.size());
                    assertEquals(lefts.stream().sorted().toList(), lefts);
                    assertTrue(lefts.getLast() < 300, "there is room for text");
                });
    }

    @Test
    void whatIsCopiedIsWhatWasWritten() {
        for (String text :
                List.of(
                        "word ".repeat(900) + "end",
                        "漢字".repeat(3_000),
                        "https://example.org/" + "a".repeat(5_000),
                        "x".repeat(4_001))) {
            shown.show(text);
            assertEquals(text, shown.copied());
            shown.show("```\n" + text + "\n```");
            assertEquals(text, shown.transcript.codeFrom(1));
            assertEquals(text, shown.copied());
        }
        for (String code : List.of("a\n  b", "not indented")) {
            shown.show("- item\n  ```py\n  " + code.replace("\n", "\n  ") + "\n  ```\n- item2");
            assertEquals(code, shown.transcript.codeFrom(2));
            shown.show("```py\n" + code + "\n```");
            assertEquals(code, shown.transcript.codeFrom(1));
        }
    }

    @Test
    void aLongQuestionIsCopiedAsItWasWritten() {
        for (String text : List.of("word ".repeat(900) + "end", "漢字".repeat(3_000))) {
            var question = Samples.question(text);
            Stages.runOnFx(() -> shown.transcript.update(List.of(question)));
            assertTrue(shown.transcript.rows().size() > 1, "it is cut for drawing");
            Stages.runOnFx(() -> shown.pane().selection().all());
            assertEquals(text, shown.pane().selection().text());
        }
    }

    private static String table(int columns) {
        return row(columns, "col")
                + row(columns, "-").replaceAll("-\\d+", "---")
                + row(columns, "value 0")
                + row(columns, "value 1");
    }

    private static String row(int columns, String cell) {
        return IntStream.range(0, columns)
                .mapToObj(i -> cell + i)
                .collect(Collectors.joining("|", "|", "|\n"));
    }

    private RichText lastText() {
        return shown.cell(TableCell.class).texts().getLast();
    }

    private List<ScrollBar> bars() {
        return shown.visible(".sideways-scroll").map(ScrollBar.class::cast).toList();
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
