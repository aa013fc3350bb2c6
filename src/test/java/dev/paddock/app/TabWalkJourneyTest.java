package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.files.AppDirs;
import dev.paddock.files.JsonSettings;
import dev.paddock.settings.Appearance;
import dev.paddock.settings.WindowPlace;
import dev.paddock.settings.Zoom;
import dev.paddock.ui.common.Scrolling;

import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** With Tab through every view: each stop is seen, named and marked, and the way goes round. */
class TabWalkJourneyTest extends Journey {
    private static final int MOST_STOPS = 150;

    /** Less of a control cannot be told for one. */
    private static final double LEAST_SEEN = 8;

    @ParameterizedTest
    @CsvSource({"900,600,100,LIGHT", "900,600,100,DARK", "1000,800,80,LIGHT", "1000,800,80,DARK"})
    void eachStopIsSeenAndNamedAndTheWayGoesRound(
            int width, int height, int percent, Appearance look) throws Exception {
        keep(width, height, percent, look);
        try (var app = AppUnderTest.open(data)) {
            walk(app, "welcome");
            open(app, ".dialog-card", KeyCode.CONTROL, KeyCode.O);
            walk(app, "model picker");
            close(app, ".dialog-card");
            open(app, ".dialog-card", KeyCode.F1);
            walk(app, "keyboard shortcuts");
            close(app, ".dialog-card");
            open(app, ".dialog-card", KeyCode.CONTROL, KeyCode.COMMA);
            walk(app, "settings");
            close(app, ".dialog-card");
            tab(app, "Status");
            walk(app, "status");
            tab(app, "Engine");
            walk(app, "engine options");
            pressButton(app, "All options");
            walk(app, "all engine options");
            tab(app, "Chat");
            walk(app, "chat settings");
            open(app, ".log-view", KeyCode.CONTROL, KeyCode.L);
            walk(app, "log");
        }
    }

    @ParameterizedTest
    @CsvSource({"900,600,100,LIGHT", "1000,800,80,DARK"})
    void alsoBesideAFailedEngineAndAConversation(
            int width, int height, int percent, Appearance look) throws Exception {
        keep(width, height, percent, look);
        try (var app = AppUnderTest.open(data, model.toString(), "--ctx-size=4096")) {
            ask(app, "Tell me");
            app.awaitReady();
            awaitEnd(app);
            tab(app, "Status");
            walk(app, "conversation and running engine");
            app.wiring.preferences().change(now -> now.withModel(folder.resolve("gone.gguf")));
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            app.await("the engine to end", () -> app.state() instanceof EngineState.Idle);
            app.press(KeyCode.CONTROL, KeyCode.E);
            awaitFailure(app);
            walk(app, "failed engine");
        }
    }

    /**
     * The screen in memory has 1000 pixels each way; at 80 % there is room on it for all parts side
     * by side, as in a window of 1600 × 1000.
     */
    private void keep(int width, int height, int percent, Appearance look) throws Exception {
        var file = new JsonSettings(new AppDirs(data).create().settings());
        var place = new WindowPlace(0, 0, width, height, false, true, false);
        file.save(
                file.load()
                        .settings()
                        .withAppearance(look)
                        .withWindow(place)
                        .withZoom(new Zoom(percent)));
    }

    private static void tab(AppUnderTest app, String name) {
        if (app.robot.lookup(".inspector").tryQuery().isEmpty()) {
            app.press(KeyCode.CONTROL, KeyCode.I);
        }
        pressButton(app, name);
        app.await(name + " to be in front", () -> app.selected(name));
    }

    /** Without the pointer: a tooltip would open below it during the walk. */
    private static void pressButton(AppUnderTest app, String name) {
        app.await("the focus on " + name, () -> app.focus(name));
        app.robot.interact(() -> Scrolling.show(app.window.stage().getScene().getFocusOwner()));
        app.press(KeyCode.SPACE);
    }

    private static void open(AppUnderTest app, String part, KeyCode... keys) {
        app.press(keys);
        app.await(part, () -> app.robot.lookup(part).tryQuery().isPresent());
    }

    private static void close(AppUnderTest app, String part) {
        app.press(KeyCode.ESCAPE);
        assertTrue(app.robot.lookup(part).tryQuery().isEmpty(), part + " stays");
    }

    private static void walk(AppUnderTest app, String view) {
        var wrong = new ArrayList<String>();
        var stops = new LinkedHashSet<Node>();
        app.robot.interact(() -> walk(app, stops, wrong));
        assertEquals(List.of(), wrong, view);
        assertFalse(stops.isEmpty(), view + " has stops");
        assertFalse(stops.size() >= MOST_STOPS, view + ": the way does not go round: " + stops);
    }

    private static void walk(AppUnderTest app, Set<Node> stops, List<String> wrong) {
        var scene = app.window.stage().getScene();
        while (stops.size() < MOST_STOPS) {
            scene.getRoot().layout();
            Node owner = scene.getFocusOwner();
            if (owner == null) {
                wrong.add("lost after " + stops);
                return;
            }
            if (!stops.add(owner)) {
                return;
            }
            if (!isSeen(owner)) {
                wrong.add("not seen: " + owner);
            }
            if (!isNamed(owner)) {
                wrong.add("without a name: " + owner);
            }
            int[] focused = FocusLook.of(owner);
            Event.fireEvent(
                    owner,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
            if (!owner.isFocused()
                    && Shown.visible(owner)
                    && Arrays.equals(focused, FocusLook.of(owner))) {
                wrong.add("without a ring: " + owner);
            }
        }
    }

    /** Within the window and all that scrolls around it. */
    private static boolean isSeen(Node node) {
        var scene = node.getScene();
        Bounds seen =
                common(
                        node.localToScene(node.getLayoutBounds()),
                        new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()));
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                seen = common(seen, pane.localToScene(pane.getLayoutBounds()));
            }
        }
        return Shown.visible(node)
                && seen.getWidth() >= LEAST_SEEN
                && seen.getHeight() >= LEAST_SEEN;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double left = Math.max(one.getMinX(), other.getMinX());
        double top = Math.max(one.getMinY(), other.getMinY());
        double right = Math.min(one.getMaxX(), other.getMaxX());
        double bottom = Math.min(one.getMaxY(), other.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private static boolean isNamed(Node node) {
        boolean said = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        boolean written = node instanceof Labeled labeled && !labeled.getText().isBlank();
        boolean asked =
                node instanceof TextInputControl field
                        && field.getPromptText() != null
                        && !field.getPromptText().isBlank();
        return said || written || asked || labelled(node);
    }

    private static boolean labelled(Node node) {
        return node.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(each -> each instanceof Label label && label.getLabelFor() == node);
    }
}
