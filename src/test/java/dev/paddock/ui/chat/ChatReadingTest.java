package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.transcript.TranscriptView;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Answers as a person reads them: followed, copied, read aloud. */
class ChatReadingTest extends ChatOnScreen {
    private static final String REPLY =
            "See [the docs](https://example.org/docs).\n\n```java\nint answer = 42;\n```\n";

    @Test
    void followingStopsWhenTheReaderScrollsUpAndTheButtonResumesIt() {
        ask("tell me");
        fake.backend.say("line\n\n".repeat(60));
        Stages.await("long", () -> views.transcriptRows() > 40);
        Stages.pulses(3);
        assertTrue(Stages.onFx(() -> transcript().followingProperty().get()));

        robot.moveTo(transcript()).scroll(10, javafx.geometry.VerticalDirection.UP);
        Stages.await("left", () -> !transcript().followingProperty().get());
        double place = Stages.onFx(this::topOfFirstRow);
        fake.backend.say("more\n\n".repeat(30));
        Stages.await("longer", () -> views.transcriptRows() > 80);
        Stages.pulses(3);
        assertEquals(place, Stages.onFx(this::topOfFirstRow), "the text moved");

        robot.clickOn("#jump");
        Stages.await("followed", () -> transcript().followingProperty().get());
        fake.backend.say("the very last words");
        Stages.await("seen", () -> shows("the very last words"));
    }

    @Test
    void codeIsCopiedAndLinksOpenOnlyWhenClicked() {
        ask("how?");
        fake.backend.say(REPLY);
        fake.backend.finish();
        Stages.await("done", () -> shows("42.3 tokens/s  ·"));
        assertTrue(fake.opened.isEmpty());

        robot.clickOn((Node) one(Button.class, it -> "Copy code".equals(it.getAccessibleText())));
        assertEquals(
                "int answer = 42;", Stages.onFx(() -> Clipboard.getSystemClipboard().getString()));

        robot.clickOn((Node) one(Text.class, it -> "the docs".equals(it.getText())));
        Stages.await("opened", () -> !fake.opened.isEmpty());
        assertEquals(List.of(URI.create("https://example.org/docs")), fake.opened);

        Stages.runOnFx(views::copyLastAnswer);
        assertEquals(REPLY, Stages.onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void textIsSelectedAcrossRowsAndCopied() {
        ask("select");
        fake.backend.say("Alpha beta.\n\nGamma **delta**.\n\nOmega");
        Stages.await("shown", () -> shows("Omega"));
        Stages.pulses(2);
        robot.drag((Node) one(Text.class, it -> it.getText().startsWith("Alpha")))
                .dropTo((Node) one(Text.class, it -> it.getText().startsWith("Omega")));
        copy();
        String some = Stages.onFx(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(some.contains("beta.\n\nGamma delta.\n\nO"), some);

        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        copy();
        assertEquals(
                "select\n\nAlpha beta.\n\nGamma delta.\n\nOmega",
                Stages.onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    private void copy() {
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    }

    @Test
    void everyControlHasANameForScreenReaders() {
        ask("how?");
        fake.backend.say(REPLY);
        fake.backend.finish();
        Stages.await("done", () -> shows("42.3 tokens/s  ·"));
        Stages.runOnFx(
                () -> {
                    for (Node node : all()) {
                        if (node.isFocusTraversable() && isShown(node)) {
                            assertTrue(hasName(node), "no name: " + node);
                        }
                    }
                });
    }

    private static boolean hasName(Node node) {
        return node.getAccessibleText() != null
                || node instanceof Labeled labeled && !labeled.getText().isEmpty()
                || node instanceof javafx.scene.control.ScrollPane
                || Optional.ofNullable(
                                node.queryAccessibleAttribute(
                                        javafx.scene.AccessibleAttribute.LABELED_BY))
                        .isPresent();
    }

    private TranscriptView transcript() {
        return (TranscriptView) stage.getScene().lookup(".rows-pane").getParent();
    }

    private double topOfFirstRow() {
        return stage.getScene().getRoot().lookupAll(".row").stream()
                .filter(Node::isVisible)
                .mapToDouble(Node::getLayoutY)
                .min()
                .orElseThrow();
    }
}
