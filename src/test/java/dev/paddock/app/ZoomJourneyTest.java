package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.settings.Zoom;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Optional;

/** Everything is drawn larger or smaller, by keys and by the wheel, and in popups too. */
class ZoomJourneyTest extends NarrowWindowJourney {
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
}
