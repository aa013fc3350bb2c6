package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.check.TestPorts;
import dev.paddock.model.TinyModel;
import dev.paddock.ui.common.SystemClipboard;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Typing goes where the person types, whatever has the focus or loses it. */
class FocusJourneyTest extends Journey {
    /** More than the window has. */
    private static final int REGIONS = 7;

    private static String draft(AppUnderTest app) {
        return app.await(
                        "the composer",
                        () -> app.robot.lookup(".composer .text-area").tryQueryAs(TextArea.class))
                .getText();
    }

    private static boolean hasFocus(AppUnderTest app, String name) {
        Node owner = app.window.stage().getScene().getFocusOwner();
        return owner instanceof ButtonBase button && name.equals(button.getText());
    }

    @Test
    void aButtonThatRestsWhileItWorksKeepsTheKeys() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            openTab(app, "Status");
            app.await("the focus on the check", () -> app.focus("Check engine"));
            app.press(KeyCode.SPACE);
            app.awaitShown("It works");
            app.await("the focus to be back", () -> hasFocus(app, "Check engine"));
        }
    }

    @Test
    void whatIsTypedOutsideOfFieldsGoesToTheComposer() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            openTab(app, "Status");
            app.await("the focus elsewhere", () -> app.focus("Check engine"));
            app.type("Hello there");
            assertEquals("Hello there", draft(app));
            assertTrue(app.composerFocused());
        }
    }

    @Test
    void whatIsPastedOutsideOfFieldsGoesToTheComposer() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.robot.interact(
                    () -> {
                        SystemClipboard.put("pasted words");
                        app.window.stage().getScene().getRoot().requestFocus();
                    });
            app.await("the focus elsewhere", () -> !app.composerFocused());
            app.press(KeyCode.CONTROL, KeyCode.V);
            app.await("the text", () -> "pasted words".equals(draft(app)));
            assertTrue(app.composerFocused());
            app.press(KeyCode.CONTROL, KeyCode.V);
            app.await("the field's own key", () -> "pasted wordspasted words".equals(draft(app)));
        }
    }

    @Test
    void typingAfterARemedyGoesToTheComposerAndPressesNothing() throws Exception {
        int port = TestPorts.next();
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            try (var app = AppUnderTest.open(data, model.toString(), "--port=" + port)) {
                app.press(KeyCode.CONTROL, KeyCode.E);
                app.click("Use the next free port");
                app.type("Hello there");
                assertEquals("Hello there", draft(app));
                app.awaitReady();
                assertTrue(app.composerFocused());
            }
        }
    }

    @Test
    void eachStopOfF6IsMarkedAndTheComposerIsOneOfThem() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            var scene = app.window.stage().getScene();
            boolean composer = false;
            for (int i = 0; i < 2 * REGIONS; i++) {
                app.press(KeyCode.F6);
                Node owner = scene.getFocusOwner();
                assertTrue(
                        owner.getPseudoClassStates()
                                .contains(PseudoClass.getPseudoClass("focus-visible")),
                        owner::toString);
                composer |= app.composerFocused();
            }
            assertTrue(composer, "the composer is a stop");
        }
    }

    @Test
    void whatIsTypedBelowACardIsKeptAndTheCardStays() throws Exception {
        Path other = folder.resolve("other.gguf");
        TinyModel.write(other);
        AppUnderTest.prepare(data, List.of(other, model), "-t 1");
        try (var app = AppUnderTest.open(data)) {
            app.type("Hello there");
            app.press(KeyCode.ENTER);
            app.await("the card", () -> app.robot.lookup(".dialog-card").tryQuery().isPresent());
            app.type(" more words");
            assertTrue(app.robot.lookup(".dialog-card").tryQuery().isPresent());
            assertTrue(draft(app).endsWith(" more words"), draft(app));
            app.press(KeyCode.DOWN);
            app.press(KeyCode.DOWN);
            app.press(KeyCode.ENTER);
            app.await("the keys to be the composer's again", app::composerFocused);
            app.type(" typed after");
            assertTrue(draft(app).endsWith(" more words typed after"), draft(app));
            app.await(
                    "the second model to be chosen",
                    () ->
                            app.wiring
                                    .preferences()
                                    .settings()
                                    .value()
                                    .models()
                                    .chosen()
                                    .equals(Optional.of(model)));
            assertTrue(
                    app.wiring.preferences().settings().value().models().recent().contains(other));
            app.await("the keys to be back", app::composerFocused);
        }
    }

    @Test
    void aSpaceTypedFirstIsText() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.robot.interact(() -> app.window.stage().getScene().getRoot().requestFocus());
            app.type(" a");
            assertEquals(" a", draft(app));
        }
    }

    @Test
    void theTabKeyReachesTheTranscriptBothWays() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            ask(app, "Hello there");
            awaitEnd(app);
            app.clickFirst("the composer", ".composer .text-area");
            app.press(KeyCode.SHIFT, KeyCode.TAB);
            app.await(
                    "the focus in the transcript",
                    () -> app.robot.lookup(".rows-pane").query().isFocusWithin());
        }
    }

    @Test
    void escapeStopsTheAnswerWhereverTheFocusIs() throws Exception {
        try (var app = openEndless()) {
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            ask(app, "Tell me a long story.");
            awaitAnswering(app);
            app.press(KeyCode.CONTROL, KeyCode.K);
            assertFalse(app.composerFocused());
            app.press(KeyCode.ESCAPE);
            app.awaitShown("You stopped this answer.");
        }
    }

    @Test
    void whoStopsTheEngineIsToldSo() throws Exception {
        try (var app = openEndless()) {
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            ask(app, "Tell me a long story.");
            app.await(
                    "some of the answer",
                    () -> app.robot.lookup(".rich-text").tryQuery().isPresent());
            app.type("More");
            app.press(KeyCode.ENTER);
            app.awaitShown("This is sent after the answer");
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            app.click("Stop it now");
            app.awaitShown("You stopped the engine, so this answer is not complete.");
            app.awaitShown("This waits here");
            app.awaitShown("More");
        }
    }
}
