package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.files.AppDirs;
import dev.paddock.files.JsonSettings;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.settings.Zoom;

import javafx.geometry.Bounds;
import javafx.scene.Node;

/** A window of 900 × 600, and what is where in it. */
abstract class NarrowWindowJourney extends Journey {
    AppUnderTest narrow(Zoom zoom) throws Exception {
        var settings =
                Settings.DEFAULT
                        .withZoom(zoom)
                        .withWindow(new WindowPlace(0, 0, 900, 600, false, true, false));
        new JsonSettings(new AppDirs(data).create().settings()).save(settings);
        return AppUnderTest.open(data);
    }

    Settings kept() {
        return new JsonSettings(new AppDirs(data).settings()).load().settings();
    }

    static double height(AppUnderTest app) {
        return on(app.robot.lookup("#send").query()).getHeight();
    }

    static boolean shows(AppUnderTest app, String part) {
        return app.robot.lookup(part).tryQuery().isPresent();
    }

    static boolean overlap(AppUnderTest app, String one, String other) {
        app.robot.interact(() -> app.window.stage().getScene().getRoot().layout());
        var first = on(app.robot.lookup(one).query());
        var second = on(app.robot.lookup(other).query());
        return first.getMinX() < second.getMaxX() - 1
                && second.getMinX() < first.getMaxX() - 1
                && first.getMinY() < second.getMaxY() - 1
                && second.getMinY() < first.getMaxY() - 1;
    }

    static void assertInside(AppUnderTest app, String part) {
        assertTrue(inside(app, app.robot.lookup(part).query()), part + " leaves the window");
    }

    static boolean inside(AppUnderTest app, Node node) {
        var scene = app.window.stage().getScene();
        var place = on(node);
        return place.getMinX() >= -1
                && place.getMinY() >= -1
                && place.getMaxX() <= scene.getWidth() + 1
                && place.getMaxY() <= scene.getHeight() + 1;
    }

    static Bounds on(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
