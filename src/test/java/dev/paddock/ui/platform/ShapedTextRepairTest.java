package dev.paddock.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.common.Theme;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.LayoutInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/** What wraps is drawn once, within its box, in every script. */
class ShapedTextRepairTest {
    private static final String HEBREW = "שלום עולם זה משפט ארוך בעברית על קפה";
    private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    private static final List<List<String>> SCRIPTS =
            List.of(
                    List.of("the", "engine", "reads", "a", "prompt", "(twice)", "incomprehensible"),
                    List.of("שלום", "עולם", "משפט", "ארוך", "(בעברית)", "קפה"),
                    List.of("مرحبا", "بالعالم", "هذه", "جملة", "طويلة", "لاختبار"),
                    List.of("می‌خواهم", "کتاب‌ها", "را", "بخوانم"),
                    List.of("पानी", "हिन्दी", "क्षत्रिय", "शब्द", "विद्यार्थी"),
                    List.of("বাংলা", "ভাষা", "স্ত্রী"),
                    List.of("தமிழ்", "மொழி", "வணக்கம்"),
                    List.of("ภาษาไทยไม่มีช่องว่าง", "สวัสดี"),
                    List.of("你好世界", "这是一个很长的句子", "こんにちは", "한국어"),
                    List.of("Ελληνικά", "λέξεις", "кириллица", "слово"),
                    List.of("e\u0301tude", "a\u0308pfel", "n\u0303o"),
                    List.of(FAMILY, "👍🏽", "🇩🇪", "1️⃣", "✅"));

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        assertTrue(onFx(ShapedTextRepair::install));
        onFx(
                () -> {
                    Theme.loadFonts();
                    return null;
                });
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, task);
    }

    @Test
    void aHebrewSentenceWrapsAtEveryWidth() {
        onFx(
                () -> {
                    for (int width = 20; width < 400; width++) {
                        assertWithin(flow(width, HEBREW), width, HEBREW);
                    }
                    return null;
                });
    }

    /** A label measures itself whole and may be cut before what needs shaping. */
    @ParameterizedTest
    @ValueSource(strings = {"λέξεις", "AV To Ye LT", "office → 8,192", "кириллица"})
    void aWordIsAsWideBesideWhatIsShaped(String word) {
        onFx(
                () -> {
                    double beside = width(word + " पानी") - width(" पानी");
                    assertEquals(width(word), beside, 0.01);
                    return null;
                });
    }

    private static double width(String text) {
        var shown = new Text(text);
        shown.setFont(Font.font("Inter", 14));
        return shown.getLayoutBounds().getWidth();
    }

    @Test
    void wordsThatAreShapedStandOnce() {
        String emoji =
                "Answer only with emoji: how do you feel about pizza? Then write "
                        + FAMILY
                        + " and explain each of them in turn.";
        String hindi = "The Hindi word for water is पानी and it is used in many compound words.";
        onFx(
                () -> {
                    for (int width = 60; width < 400; width++) {
                        assertWithin(flow(width, emoji), width, emoji);
                        assertWithin(flow(width, hindi), width, hindi);
                    }
                    return null;
                });
    }

    /** What stands between them has another typeface, or may have. */
    @ParameterizedTest
    @ValueSource(
            strings = {",", " (", ") ", " 👍🏽 ", " → ", "… ", " " + FAMILY + " ", " 你 ", "! "})
    void wordsFromRightToLeftStandInTheirOrder(String between) {
        var words = List.of("שלום", "עולם", "مرحبا", "بالعالم", "קפה");
        String text = String.join(between, words);
        onFx(
                () -> {
                    for (String family : List.of("System", "Monospaced", "Serif")) {
                        var node = new Text(text);
                        node.setFont(Font.font(family, 14));
                        var places = new ArrayList<Double>();
                        for (String word : words) {
                            int at = text.indexOf(word);
                            var shape = new Path(node.rangeShape(at, at + word.length()));
                            places.add(-shape.getLayoutBounds().getCenterX());
                        }
                        assertEquals(places.stream().sorted().toList(), places, family + text);
                    }
                    return null;
                });
    }

    /** The space at which a line breaks pushes nothing past the edge. */
    @Test
    void wordsAgainstTheirParagraphEndAtTheEdge() {
        String hebrew = "The words " + HEBREW + " " + HEBREW + " stand in English.";
        String english = HEBREW + " of an engine that reads a long prompt twice " + HEBREW;
        onFx(
                () -> {
                    for (int width = 60; width < 400; width++) {
                        assertInkWithin(flow(width, hebrew), width, hebrew);
                        assertInkWithin(flow(width, english), width, english);
                    }
                    return null;
                });
    }

    @Test
    void aWordBrokenInTwoStaysWithinTheEdges() {
        String words = "مستشفياتهم فسيكفيكهم واستقلاليتهم بالعالم";
        onFx(
                () -> {
                    for (int width = 24; width < 90; width++) {
                        assertInkWithin(flow(width, words), width, words);
                    }
                    return null;
                });
    }

    private static void assertInkWithin(LayoutInfo layout, int width, String text) {
        for (var line : layout.getTextLines(false)) {
            for (int i = line.start(); i < line.end(); i++) {
                if (!Character.isWhitespace(text.charAt(i))) {
                    for (var part : layout.getSelectionGeometry(i, i + 1, false)) {
                        assertTrue(part.getMinX() > -1 && part.getMaxX() <= width + 1, text);
                    }
                }
            }
        }
    }

    @Test
    void anyMixtureOfScriptsStaysInItsBox() {
        var random = new Random(11);
        for (int round = 0; round < 40; round++) {
            onFx(
                    () -> {
                        for (int each = 0; each < 10; each++) {
                            String text = paragraph(random);
                            int width = 40 + random.nextInt(500);
                            assertWithin(flow(width, text), width, text);
                            assertWithin(text(width, text), width, text);
                        }
                        return null;
                    });
        }
    }

    @Test
    void controlsWrapItToo() {
        var random = new Random(12);
        onFx(
                () -> {
                    var label = new Label();
                    label.setWrapText(true);
                    var area = new TextArea();
                    area.setWrapText(true);
                    var pane = new javafx.scene.layout.VBox(label, area);
                    new Scene(pane);
                    for (int each = 0; each < 100; each++) {
                        String text = paragraph(random);
                        int width = 60 + random.nextInt(400);
                        label.setText(text);
                        area.setText(text);
                        pane.resize(width, 400);
                        pane.applyCss();
                        pane.layout();
                        assertTrue(label.getHeight() > 0, text);
                        assertEquals(text, area.getText());
                    }
                    return null;
                });
    }

    /** Without this a layout that threw once would leave every later one as JavaFX has it. */
    @Test
    void aLayoutThatThrewLeavesNothingBehind() {
        onFx(
                () -> {
                    assertTrue(com.sun.javafx.text.GlyphLayoutManager.getInstance() != null);
                    ShapedTextRepair.install();
                    for (int width = 20; width < 400; width += 3) {
                        assertWithin(flow(width, HEBREW), width, HEBREW);
                    }
                    return null;
                });
    }

    /** Glyphs a million places from their run's start would stand on whole pixels only. */
    @Test
    void theEndOfALineOfAMegabyteStandsWhereItIsDrawn() {
        onFx(
                () -> {
                    String all = "word ".repeat(240_000) + "END";
                    var layout = inter(600, all);
                    var last = layout.getTextLines(false).getLast();
                    double alone =
                            inter(600, all.substring(last.start()))
                                    .getLogicalBounds(false)
                                    .getWidth();
                    assertTrue(alone <= 600);
                    assertEquals(alone, last.bounds().getWidth(), 1);
                    return null;
                });
    }

    private static String paragraph(Random random) {
        var words = new ArrayList<String>();
        int count = 3 + random.nextInt(40);
        var script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
        for (int word = 0; word < count; word++) {
            if (random.nextInt(4) == 0) {
                script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
            }
            words.add(script.get(random.nextInt(script.size())));
        }
        return String.join(" ", words);
    }

    private static LayoutInfo flow(int width, String text) {
        var flow = new TextFlow(new Text(text));
        new Scene(flow);
        flow.resize(width, flow.prefHeight(width));
        flow.layout();
        return flow.getLayoutInfo();
    }

    private static LayoutInfo inter(int width, String text) {
        return text(Font.font("Inter", 14), width, text);
    }

    private static LayoutInfo text(int width, String text) {
        return text(Font.font(14), width, text);
    }

    private static LayoutInfo text(Font font, int width, String text) {
        var node = new Text(text);
        node.setFont(font);
        node.setWrappingWidth(width);
        node.getLayoutBounds();
        return node.getLayoutInfo();
    }

    /** Every character stands on one line, and no line is wider than its box. */
    private static void assertWithin(LayoutInfo layout, int width, String text) {
        int next = 0;
        for (var line : layout.getTextLines(false)) {
            assertEquals(next, line.start(), text);
            next = line.end();
            double drawn = line.bounds().getWidth();
            assertTrue(drawn <= width + 1, () -> drawn + " in " + width + ": " + text);
        }
        assertEquals(text.length(), next, text);
    }
}
