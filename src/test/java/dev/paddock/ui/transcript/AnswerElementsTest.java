package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.Stages;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.util.List;

/** What models use beside plain Markdown, as a person sees it. */
@TestInstance(Lifecycle.PER_CLASS)
class AnswerElementsTest extends TranscriptOnScreen {
    private static final String DOT =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
                + "WjR9awAAAABJRU5ErkJggg==";

    @Test
    void anAddressEndsBeforeAChineseMark() {
        shown.show("见 https://example.org/x、次 和（https://example.org/y）。");
        assertEquals(
                List.of("https://example.org/x", "https://example.org/y"), shown.styled("link"));
    }

    @Test
    void whereALinkLeadsIsSeenOnHoverAndOnFocus() {
        shown.show("See [my bank](https://evil.example/a|b) and [this](file:///etc/passwd).");
        Stages.runOnFx(
                () -> {
                    move(run("my bank"));
                    assertEquals("https://evil.example/a%7Cb", address());
                    move(run("See "));
                    assertEquals("", address());
                    move(run("this"));
                    assertEquals(
                            "Not opened, as it is no web or mail address: file:///etc/passwd",
                            address());
                    move(run("See "));
                    run("my bank").requestFocus();
                    assertEquals("https://evil.example/a%7Cb", address());
                    assertFalse(run("this").isFocusTraversable());
                    shown.pane().requestFocus();
                    assertEquals("", address());
                });
    }

    @Test
    void footnotesStandRaisedAndWhatTheySayBelow() {
        shown.show(
                "It is so[^1] and so[^why].\n\n"
                        + "[^1]: Because.\n"
                        + "[^why]: https://example.org\n\n"
                        + "    More.");
        assertEquals(List.of("[1]", "[why]"), shown.styled("superscript"));
        assertEquals(
                "It is so[1] and so[why].\n\n[1] Because.\n[why] https://example.org\n\n  More.",
                shown.copied());
    }

    @Test
    void admonitionsHaveASignAndAName() {
        shown.show(
                "> [!NOTE]\n"
                        + "> Mind **this**.\n"
                        + ">\n"
                        + "> - and that\n\n"
                        + "> [!warning] Hot!\n\n"
                        + "> [!odd]\n"
                        + "> x");
        assertEquals(List.of("", "Mind this.", "and that", "Hot!", "[!odd]\nx"), shown.rowTexts());
        Stages.runOnFx(
                () -> {
                    var titles =
                            shown.visible(".admonition-text").map(it -> ((RichText) it).text());
                    assertEquals(List.of("Note", "Hot!"), titles.toList());
                });
    }

    @Test
    void afewTagsGiveTextTheirLook() {
        shown.show(
                "H<sub>2</sub>O, x<sup>2</sup>, press <kbd>Ctrl</kbd>+<kbd>C</kbd>, <b>b</b>"
                        + " <u>open");
        assertEquals(List.of("2"), shown.styled("subscript"));
        assertEquals(List.of("2"), shown.styled("superscript"));
        assertEquals(List.of("Ctrl", "C"), shown.styled("key"));
        assertEquals(List.of("b"), shown.styled("strong"));
        assertEquals("H2O, x2, press Ctrl+C, b <u>open", shown.copied());
    }

    @Test
    void detailsAreFoldedAndOpenByMouseAndByKey() {
        shown.show(
                "Before\n\n"
                        + "<details>\n"
                        + "<summary>The <b>proof</b></summary>\n\n"
                        + "It *is* so.\n\n"
                        + "<details><summary>Inner</summary>\n\n"
                        + "Deep\n\n"
                        + "</details>\n\n"
                        + "</details>\n\n"
                        + "After");
        assertEquals(List.of("Before", "The proof", "After"), shown.rowTexts());
        Stages.runOnFx(fold("The proof")::fire);
        assertEquals(List.of("toggleFold"), shown.done);
        shown.done.clear();
        assertTrue(Stages.onFx(() -> fold("The proof").isFocusTraversable()));
        Stages.runOnFx(() -> shown.transcript.toggleFold(2));
        assertEquals(
                List.of("Before", "The proof", "It is so.", "Inner", "After"), shown.rowTexts());
        Stages.runOnFx(() -> shown.transcript.toggleFold(4));
        assertEquals(
                List.of("Before", "The proof", "It is so.", "Inner", "Deep", "After"),
                shown.rowTexts());
        Stages.runOnFx(() -> shown.transcript.toggleFold(2));
        assertEquals(List.of("Before", "The proof", "After"), shown.rowTexts());
        assertEquals(
                List.of("Open", "x"),
                shown.rowTexts("<details open><summary>Open</summary>x</details>"));
    }

    @Test
    void aPictureInTheAnswerIsShownAndOthersAreNeverLoaded() {
        shown.show("![A dot](" + DOT + ")");
        Stages.await("the picture", () -> picture().getImage() != null);
        assertEquals("A dot", picture().getAccessibleText());
        shown.show("Look: ![A cat](https://example.org/cat.png)");
        assertEquals(List.of("Look:", "A cat"), shown.rowTexts());
        Stages.runOnFx(
                () -> {
                    assertFalse(picture().isVisible());
                    var reveal =
                            (Button) shown.visible(".picture-address").findFirst().orElseThrow();
                    reveal.fire();
                });
        assertEquals(List.of("https://example.org/cat.png"), shown.styled("link"));
        for (String bad :
                List.of(
                        "data:image/png;base64,AAAA",
                        "data:image/svg+xml;base64,PHN2Zy8+",
                        "data:text/html;base64,AAAA")) {
            shown.show("![Bad](" + bad + ")");
            assertEquals(List.of("Bad"), shown.rowTexts());
            assertFalse(picture().isVisible(), bad);
        }
    }

    @Test
    void diagramsAreCodeWithTheirSource() {
        shown.show("```mermaid\ngraph TD; A-->B\n```\n\n```svg\n<svg/>\n```");
        assertEquals(List.of("graph TD; A-->B", "<svg/>"), shown.rowTexts());
    }

    @Test
    void anAdmonitionStandsOnTheSideOfItsText() {
        shown.show("> [!NOTE]\n> שלום\n\n> [!NOTE]\n> hello");
        Stages.runOnFx(
                () -> {
                    var sides =
                            shown.pane().deck().live().stream()
                                    .filter(BlockCell.class::isInstance)
                                    .map(cell -> ((BlockCell) cell).isRightToLeft())
                                    .toList();
                    assertEquals(List.of(true, true, false, false), sides);
                });
    }

    @Test
    void eachParagraphBeginsOnItsOwnSide() {
        shown.show(
                "هذا نص عربي طويل (مع أقواس)، وعلامة تعجب!\n\n"
                        + "plain\n\n"
                        + "- שלום\n\n"
                        + "|א|ב|\n"
                        + "|-|-|\n"
                        + "|1|2|");
        Stages.runOnFx(
                () -> {
                    var sides =
                            shown.pane().deck().live().stream()
                                    .filter(BlockCell.class::isInstance)
                                    .map(cell -> ((BlockCell) cell).isRightToLeft())
                                    .toList();
                    assertEquals(List.of(true, false, true, true), sides);
                });
    }

    private Button fold(String name) {
        return Stages.onFx(
                () ->
                        shown.visible(".details-toggle")
                                .map(Button.class::cast)
                                .filter(it -> it.getText().equals(name))
                                .findFirst()
                                .orElseThrow());
    }

    private ImageView picture() {
        return Stages.onFx(
                () ->
                        shown.cell(PictureCell.class).getChildrenUnmodifiable().stream()
                                .filter(ImageView.class::isInstance)
                                .map(ImageView.class::cast)
                                .findFirst()
                                .orElseThrow());
    }

    private Node run(String text) {
        return shown.visible(".run")
                .filter(it -> ((Text) it).getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private String address() {
        return ((Label) shown.view.lookup(".link-address")).getText();
    }

    private static void move(Node over) {
        Event.fireEvent(
                over,
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        new PickResult(over, 1, 1)));
    }
}
