package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.files.AppDirs;
import dev.paddock.files.JsonSettings;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.settings.Zoom;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Severity;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Optional;

/** A window of 900 × 600, and everything in it at twice the size. */
class NarrowWindowJourneyTest extends Journey {
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
    void theZoomIsSetByKeysAndKept() throws Exception {
        try (var app = narrow(Zoom.USUAL)) {
            double before = height(app);
            app.press(KeyCode.CONTROL, KeyCode.EQUALS);
            assertEquals(1.1, height(app) / before, 0.01);
            app.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertEquals(before, height(app), 0.01);
            app.press(KeyCode.CONTROL, KeyCode.MINUS);
        }
        assertEquals(new Zoom(90), kept().zoom());
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
    void theWheelZoomsWithControl() throws Exception {
        try (var app = narrow(Zoom.USUAL)) {
            double before = height(app);
            turn(app, 40, true);
            assertEquals(1.1, height(app) / before, 0.01);
            turn(app, -20, true);
            turn(app, -20, true);
            assertEquals(before, height(app), 0.01);
            turn(app, 40, false);
            assertEquals(before, height(app), 0.01);
        }
    }

    /** A touch pad sends many small turns. */
    private static void turn(AppUnderTest app, double pixels, boolean control) {
        app.robot.interact(
                () -> {
                    Node composer = app.robot.lookup(".composer").query();
                    var no = ScrollEvent.HorizontalTextScrollUnits.NONE;
                    var nor = ScrollEvent.VerticalTextScrollUnits.NONE;
                    Event.fireEvent(
                            composer,
                            new ScrollEvent(
                                    ScrollEvent.SCROLL,
                                    0,
                                    0,
                                    0,
                                    0,
                                    false,
                                    control,
                                    false,
                                    false,
                                    true,
                                    false,
                                    0,
                                    pixels,
                                    0,
                                    pixels,
                                    no,
                                    0,
                                    nor,
                                    0,
                                    0,
                                    null));
                });
        app.robot.interact(() -> app.window.stage().getScene().getRoot().layout());
    }

    @Test
    void whatOpensInAWindowOfItsOwnFollowsTheZoom() throws Exception {
        try (var app = narrow(new Zoom(Zoom.MOST))) {
            app.robot.interact(
                    () ->
                            ((MenuBar) app.robot.lookup(".menu-bar").query())
                                    .getMenus()
                                    .getFirst()
                                    .show());
            app.await("the menu", () -> popup(app, ".context-menu .label").isPresent());
            assertEquals(26, fontSize(app, ".context-menu .label"));
            app.press(KeyCode.ESCAPE);
            var tip = ((Control) app.window.stage().getScene().lookup("#modelButton")).getTooltip();
            app.robot.interact(() -> tip.show(app.window.stage()));
            app.await("the tooltip", () -> popup(app, ".tooltip").isPresent());
            assertEquals(24, fontSize(app, ".tooltip"));
            app.robot.interact(tip::hide);
        }
    }

    private static Optional<Node> popup(AppUnderTest app, String part) {
        return app.robot.lookup(part).lookup((Node node) -> node instanceof Labeled).tryQuery();
    }

    private static double fontSize(AppUnderTest app, String part) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> ((Labeled) popup(app, part).orElseThrow()).getFont().getSize());
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
            app.await(
                    "the failure",
                    () ->
                            app.robot
                                    .lookup(".failure-banner")
                                    .tryQuery()
                                    .filter(Shown::visible)
                                    .isPresent());
            app.robot.interact(() -> app.window.stage().getScene().getRoot().layout());
            assertInside(app, ".composer");
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.await("the inspector", () -> shows(app, ".inspector"));
            assertFalse(overlap(app, ".inspector", ".composer"), "the composer is covered");
        }
    }

    @Test
    void escapeClosesWhatOpenedLast() throws Exception {
        try (var app = narrow(new Zoom(Zoom.MOST))) {
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.press(KeyCode.CONTROL, KeyCode.B);
            app.press(KeyCode.CONTROL, KeyCode.COMMA);
            app.await("the settings", () -> shows(app, ".dialog-card"));
            app.press(KeyCode.ESCAPE);
            assertFalse(shows(app, ".dialog-card"));
            assertTrue(shows(app, ".sidebar"));
            app.press(KeyCode.ESCAPE);
            assertFalse(shows(app, ".sidebar"));
            assertTrue(shows(app, ".inspector"));
            app.press(KeyCode.CONTROL, KeyCode.B);
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.press(KeyCode.ESCAPE);
            assertFalse(shows(app, ".inspector"));
            assertTrue(shows(app, ".sidebar"));
        }
    }

    private AppUnderTest narrow(Zoom zoom) throws Exception {
        var settings =
                Settings.DEFAULT
                        .withZoom(zoom)
                        .withWindow(new WindowPlace(0, 0, 900, 600, false, true, false));
        new JsonSettings(new AppDirs(data).create().settings()).save(settings);
        return AppUnderTest.open(data);
    }

    private Settings kept() {
        return new JsonSettings(new AppDirs(data).settings()).load().settings();
    }

    private static double height(AppUnderTest app) {
        return on(app.robot.lookup(".composer").query()).getHeight();
    }

    private static boolean shows(AppUnderTest app, String part) {
        return app.robot.lookup(part).tryQuery().isPresent();
    }

    private static boolean overlap(AppUnderTest app, String one, String other) {
        app.robot.interact(() -> app.window.stage().getScene().getRoot().layout());
        var first = on(app.robot.lookup(one).query());
        var second = on(app.robot.lookup(other).query());
        return first.getMinX() < second.getMaxX() - 1
                && second.getMinX() < first.getMaxX() - 1
                && first.getMinY() < second.getMaxY() - 1
                && second.getMinY() < first.getMaxY() - 1;
    }

    private static void assertInside(AppUnderTest app, String part) {
        assertTrue(inside(app, app.robot.lookup(part).query()), part + " leaves the window");
    }

    private static boolean inside(AppUnderTest app, Node node) {
        var scene = app.window.stage().getScene();
        var place = on(node);
        return place.getMinX() >= -1
                && place.getMinY() >= -1
                && place.getMaxX() <= scene.getWidth() + 1
                && place.getMaxY() <= scene.getHeight() + 1;
    }

    private static Bounds on(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
