package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.files.AppDirs;
import dev.paddock.files.JsonSettings;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.settings.Zoom;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

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
