package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.settings.Zoom;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Severity;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Optional;

/** A window of 900 × 600, and everything in it at twice the size. */
class NarrowWindowJourneyTest extends NarrowWindowJourney {
    @Test
    void whatOpensOverTheChatLeavesTheComposerFreeAndEscapeClosesIt() throws Exception {
        try (var app = narrow(Zoom.USUAL)) {
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.await("the inspector", () -> shows(app, ".inspector"));
            assertFalse(overlap(app, ".inspector", ".composer"), "the composer is covered");
            assertFalse(overlap(app, ".inspector", ".send-button"), "Send is covered");

            app.press(KeyCode.ESCAPE);
            assertFalse(shows(app, ".inspector"));
        }
    }

    @Test
    void theSidebarCanBeHiddenAndIsNextTime() throws Exception {
        try (var app = narrow(Zoom.USUAL)) {
            app.press(KeyCode.CONTROL, KeyCode.B);
            assertFalse(shows(app, ".sidebar"));
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.await("the inspector", () -> shows(app, ".inspector"));
            assertFalse(overlap(app, ".inspector", ".chat-conversation"), "there is room for it");
        }
        assertFalse(kept().window().sidebar());
        try (var app = AppUnderTest.open(data)) {
            assertFalse(shows(app, ".sidebar"));
            app.press(KeyCode.CONTROL, KeyCode.K);
            assertTrue(shows(app, ".sidebar"), "one looks for a chat in it");
        }
    }

    @Test
    void atTwiceTheSizeNothingIsCutOff() throws Exception {
        try (var app = narrow(new Zoom(Zoom.MOST))) {
            for (String part : new String[] {".top-bar", ".composer", ".send-button"}) {
                assertInside(app, part);
            }
            for (Node each : app.robot.lookup(".top-bar .button").queryAll()) {
                assertTrue(each.getBoundsInParent().getWidth() > 0);
                assertTrue(inside(app, each), each + " leaves the window");
            }
            app.press(KeyCode.CONTROL, KeyCode.B);
            app.await("the conversations", () -> shows(app, ".sidebar"));
            assertFalse(overlap(app, ".sidebar", ".composer"), "the composer is covered");
        }
    }

    @Test
    void cardsAtTwiceTheSizeStayInTheWindowAndScroll() throws Exception {
        try (var app = narrow(new Zoom(Zoom.MOST))) {
            for (var keys :
                    List.of(
                            List.of(KeyCode.CONTROL, KeyCode.COMMA),
                            List.of(KeyCode.CONTROL, KeyCode.O),
                            List.of(KeyCode.F1))) {
                app.press(keys.toArray(KeyCode[]::new));
                app.await("the card", () -> shows(app, ".dialog-card"));
                app.robot.interact(() -> app.window.stage().getScene().getRoot().layout());
                assertInside(app, ".dialog-card");
                for (Node each : app.robot.lookup(".dialog-card .button").queryAll()) {
                    assertWhole(each);
                }
                app.press(KeyCode.ESCAPE);
                assertFalse(shows(app, ".dialog-card"));
            }
        }
    }

    /** No word of a button is cut. */
    private static void assertWhole(Node node) {
        if (node instanceof Button button && Shown.visible(button)) {
            double wanted = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> button.prefWidth(-1));
            assertTrue(button.getWidth() >= wanted - 1, button.getText() + " is cut");
        }
    }

    @Test
    void messagesLeaveTheComposerInTheWindow() throws Exception {
        AppUnderTest.prepare(data, List.of(), "-t 1");
        try (var app = narrow(new Zoom(Zoom.MOST))) {
            var kit = app.window.kit();
            app.robot.interact(
                    () -> {
                        for (String topic : List.of("one", "two", "three", "four")) {
                            kit.notices()
                                    .show(
                                            new Notice(
                                                    topic,
                                                    Severity.WARNING,
                                                    "A long sentence that takes several lines in a"
                                                            + " narrow window.",
                                                    List.of(),
                                                    Optional.empty()));
                        }
                    });
            app.wiring.preferences().change(now -> now.withModel(folder.resolve("gone.gguf")));
            app.press(KeyCode.CONTROL, KeyCode.E);
            awaitFailure(app);
            app.robot.interact(() -> app.window.stage().getScene().getRoot().layout());
            assertInside(app, ".composer");
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.await("the inspector", () -> shows(app, ".inspector"));
            assertFalse(overlap(app, ".inspector", ".composer"), "the composer is covered");
        }
    }

    @Test
    void escapeClosesTheCardFirstAndOnePanelClosesTheOther() throws Exception {
        try (var app = narrow(new Zoom(Zoom.MOST))) {
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.press(KeyCode.CONTROL, KeyCode.B);
            assertFalse(shows(app, ".inspector"), "there is no room for both");
            app.press(KeyCode.CONTROL, KeyCode.COMMA);
            app.await("the settings", () -> shows(app, ".dialog-card"));
            app.press(KeyCode.ESCAPE);
            assertFalse(shows(app, ".dialog-card"));
            assertTrue(shows(app, ".sidebar"));
            app.press(KeyCode.CONTROL, KeyCode.I);
            assertFalse(shows(app, ".sidebar"), "there is no room for both");
            assertTrue(shows(app, ".inspector"));
            app.press(KeyCode.ESCAPE);
            assertFalse(shows(app, ".inspector"));
        }
    }

    @Test
    void theLogAtTwiceTheSizeCutsNothingOff() throws Exception {
        try (var app = narrow(new Zoom(Zoom.MOST))) {
            app.press(KeyCode.CONTROL, KeyCode.L);
            app.await("the log", () -> shows(app, ".log-view"));
            app.robot.interact(() -> app.window.stage().getScene().getRoot().layout());
            for (String part : List.of(".log-title", ".log-view #close", ".composer-box")) {
                assertInside(app, part);
            }
            app.press(KeyCode.CONTROL, KeyCode.B);
            app.await("the conversations", () -> shows(app, ".sidebar"));
            assertFalse(shows(app, ".log-view"), "there is no room for both");
            app.press(KeyCode.CONTROL, KeyCode.L);
            app.await("the log", () -> shows(app, ".log-view"));
            assertFalse(shows(app, ".sidebar"), "there is no room for both");
        }
        assertFalse(kept().window().log(), "for now only");
    }
}
