package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;

/** Typing goes where the person types, whatever has the focus or loses it. */
class FocusJourneyTest extends Journey {
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
    void typingAfterARemedyGoesToTheComposerAndPressesNothing() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            try (var app =
                    AppUnderTest.open(data, model.toString(), "--port=" + taken.getLocalPort())) {
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
    void escapeStopsTheAnswerWhereverTheFocusIs() throws Exception {
        try (var app = openEndless()) {
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            ask(app, "Tell me a long story.");
            app.await(
                    "the answer to begin",
                    () -> !app.wiring.conversations().answering().value().isEmpty());
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
            app.awaitShown("Not sent yet: an answer is on its way.");
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            app.awaitShown("The engine was stopped by you before this answer was complete.");
            assertEquals("More", draft(app));
        }
    }
}
