package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerWait;
import dev.paddock.settings.Appearance;
import dev.paddock.ui.chat.Samples;
import dev.paddock.ui.chat.Stages;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.List;

/** The colours of code as it is drawn. */
class CodeColorsTest extends TranscriptOnScreen {
    @ParameterizedTest
    @EnumSource(Appearance.class)
    void codeIsColouredSoThatItCanBeRead(Appearance appearance) {
        Stages.runOnFx(() -> shown.theme.choose(appearance));
        shown.show(
                "```java\n@A class B { // c\n  int d = 1; String e = \"f\"; return; }\n```\n"
                        + "```diff\n+new\n-old\n```\n```json\n{\"k\": 1}\n```");
        Stages.await("colours", () -> shown.view.lookupAll(".token-keyword").size() > 1);
        Stages.pulses(2);
        var inks = new HashSet<Color>();
        Stages.runOnFx(
                () -> {
                    var panel = (Region) shown.code().getFirst().lookup(".code-panel");
                    var ground = (Color) panel.getBackground().getFills().getFirst().getFill();
                    for (Node run : shown.view.lookupAll(".run")) {
                        if (run instanceof Text text && !text.getText().isBlank()) {
                            var ink = (Color) text.getFill();
                            inks.add(ink);
                            assertTrue(contrast(ink, ground) >= 4.5, text + " on " + ground);
                        }
                    }
                    assertEquals(List.of("Java", "Diff", "JSON"), labels());
                });
        assertTrue(inks.size() >= 8, inks.toString());
    }

    @Test
    void aLongBlockSeenFromItsEndHasTheColoursOfItsBeginning() {
        shown.show("```java\n/*\n" + "still a comment\n".repeat(5_000) + "*/ int a;\n```");
        Stages.await(
                "the comment's end in colour",
                () ->
                        shown.view.lookupAll(".token-comment").stream()
                                .anyMatch(it -> ((Text) it).getText().endsWith("*/ ")));
    }

    @Test
    void whatGrowsHasItsColoursAtOnceAndChangesNothingAbove() {
        var question = Samples.question("?");
        var answer = Samples.answering(question);
        shown.show("```java\nint a;\n```");
        Stages.await("the languages", () -> !shown.view.lookupAll(".token-type").isEmpty());
        String code = "```java\n" + "int value = 1; // what it is\n".repeat(60);
        Stages.runOnFx(() -> shown.transcript.update(List.of(question, answer)));
        for (int end = 1; end < code.length(); end += 37) {
            String text = code.substring(0, end);
            Stages.runOnFx(
                    () -> {
                        shown.transcript.grow(text, "", AnswerWait.UNTOLD);
                        for (RichText row : shown.texts()) {
                            boolean keyword = row.text().contains("int ");
                            assertEquals(keyword, row.lookup(".token-type") != null, row.text());
                        }
                    });
        }
    }

    private List<String> labels() {
        return shown.code().stream()
                .map(cell -> ((Label) cell.lookup(".code-language")).getText())
                .toList();
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
