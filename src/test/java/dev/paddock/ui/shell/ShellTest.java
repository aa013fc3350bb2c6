package dev.paddock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.log.LogLine;
import dev.paddock.engine.log.LogLines;
import dev.paddock.option.EngineOptions;
import dev.paddock.ui.DemoParts;

import javafx.animation.AnimationTimer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

class ShellTest extends InDemoWindow {
    private static final int FLOOD = 50_000;

    @Test
    void theEngineIsStartedAndStoppedByKeys(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        assertEquals(List.of("start"), demo.engine.told);

        robot.interact(() -> demo.engine.state.set(DemoParts.ready()));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);

        assertEquals(List.of("start", "stop"), demo.engine.told);
    }

    @Test
    void samplesAreTakenOnlyWhileTheStatusShows(FxRobot robot) {
        assertEquals(0, demo.attached);
        robot.push(KeyCode.CONTROL, KeyCode.I);
        await(() -> demo.attached == 1);

        robot.interact(() -> demo.window.openTab(1));
        assertEquals(0, demo.attached);
    }

    @Test
    void theLogFollowsItsNewestLine(FxRobot robot) {
        for (int i = 0; i < 300; i++) {
            LogLines.write(demo.engine.log, "line " + i);
        }
        robot.push(KeyCode.CONTROL, KeyCode.L);
        await(() -> shows(robot, "line 299"));

        LogLines.write(demo.engine.log, "the newest");

        await(() -> shows(robot, "the newest"));
    }

    @Test
    void aFloodOfLinesIsShownOnceAFrame(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        LogLines.write(demo.engine.log, "before");
        await(() -> shows(robot, "before"));
        ObservableList<?> lines = robot.lookup(".log-lines").queryListView().getItems();
        var frames = new Frames();
        robot.interact(
                () -> {
                    lines.subscribe(() -> frames.changes++);
                    frames.start();
                });
        for (int i = 0; i < FLOOD; i++) {
            LogLines.write(demo.engine.log, "0.01.001.220 D slot update_slots: task " + i);
        }
        await(() -> shows(robot, "0.01.001.220 D slot update_slots: task " + (FLOOD - 1)));
        robot.interact(frames::stop);

        assertTrue(frames.changes > 0 && frames.changes <= frames.count + 1, frames.toString());
    }

    @Test
    void theMenuOfALogLineOpensByKey(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        LogLines.write(demo.engine.log, "a line to copy");
        await(() -> shows(robot, "a line to copy"));
        ListView<?> lines = robot.lookup(".log-lines").queryListView();
        robot.interact(
                () -> {
                    lines.requestFocus();
                    lines.getSelectionModel().select(0);
                });

        robot.push(KeyCode.SHIFT, KeyCode.F10);

        await(() -> menus().size() == 1);
        robot.interact(
                () -> {
                    var menu = menus().getFirst();
                    menu.getItems().getFirst().fire();
                    menu.hide();
                });
        var copied = new ArrayList<String>();
        robot.interact(() -> copied.add(Clipboard.getSystemClipboard().getString().strip()));
        assertEquals(List.of("a line to copy"), copied);
    }

    private static List<ContextMenu> menus() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(ContextMenu::isShowing)
                .toList();
    }

    @Test
    void aCardKeepsTheFocusAndEscapeTakesItAway(FxRobot robot) {
        robot.push(KeyCode.F1);
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.TAB);
            assertTrue(robot.lookup(".dialog-card").tryQuery().isPresent());
            assertTrue(Focus.inside(robot.lookup(".overlay").query(), focused()));
        }

        robot.push(KeyCode.ESCAPE);

        assertFalse(robot.lookup(".dialog-card").tryQuery().isPresent());
    }

    @Test
    void everyRegionCanBeReachedByKey(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.interact(() -> demo.window.openTab(1));
        var reached = new HashSet<String>();
        for (int i = 0; i < 4; i++) {
            robot.push(KeyCode.F6);
            for (String region : List.of(".top-bar", ".log-view", ".inspector")) {
                if (Focus.inside(robot.lookup(region).query(), focused())) {
                    reached.add(region);
                }
            }
        }

        assertEquals(Set.of(".top-bar", ".log-view", ".inspector"), reached);
    }

    @Test
    void diagnosticsAreCopiedFromTheBannerTheLogAndByKey(FxRobot robot) {
        robot.interact(
                () -> demo.engine.state.set(new EngineState.Failed(new Failure.PortTaken(8080))));
        robot.clickOn(".failure-banner #copyDiagnostics");
        robot.push(KeyCode.CONTROL, KeyCode.L);
        robot.clickOn(".log-view #copyDiagnostics");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        robot.clickOn(".log-view #openFolder");

        String copied = "copy diagnostics";
        assertEquals(List.of(copied, copied, copied, "open folder"), demo.engine.told);
    }

    @Test
    void aWrongValueIsNotKept(FxRobot robot) {
        robot.interact(() -> demo.window.openTab(1));
        type(robot, "80");
        assertTrue(robot.lookup("A whole number from 1024 to 65535.").tryQuery().isPresent());
        assertEquals(
                8080,
                demo.preferences.settings().value().chain().inForce().value(EngineOptions.PORT));

        type(robot, "8090");
        assertEquals(
                8090,
                demo.preferences.settings().value().chain().inForce().value(EngineOptions.PORT));
    }

    private static void type(FxRobot robot, String port) {
        TextField field = robot.lookup("#port").queryAs(TextField.class);
        robot.interact(
                () -> {
                    field.requestFocus();
                    field.setText(port);
                });
        robot.push(KeyCode.ENTER);
    }

    @Test
    void everyControlHasAName(FxRobot robot) {
        robot.interact(
                () -> {
                    demo.engine.state.set(DemoParts.ready());
                    demo.window.openLog();
                    demo.window.openTab(1);
                });
        robot.interact(() -> robot.lookup("#allOptions").queryAs(ToggleButton.class).fire());
        var nameless =
                robot.lookup(
                                (Node node) ->
                                        node instanceof Control
                                                && node.isFocusTraversable()
                                                && !(node
                                                        instanceof javafx.scene.control.ScrollPane)
                                                && !named(node))
                        .queryAll();

        assertEquals(Set.of(), nameless);
    }

    private boolean named(Node node) {
        boolean text = node instanceof Labeled labeled && !labeled.getText().isEmpty();
        boolean labelled =
                demo.shell.scene().getRoot().lookupAll(".label").stream()
                        .anyMatch(
                                label -> label instanceof Label name && name.getLabelFor() == node);
        return text || labelled || node.getAccessibleText() != null;
    }

    private Node focused() {
        return demo.shell.scene().getFocusOwner();
    }

    /** For the FX thread. */
    private static final class Frames extends AnimationTimer {
        private int count;
        private int changes;

        @Override
        public void handle(long now) {
            count++;
        }

        @Override
        public String toString() {
            return changes + " changes in " + count + " frames";
        }
    }

    /** Looks on the FX thread, because elsewhere the list changes while it is searched. */
    private static boolean shows(FxRobot robot, String text) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        robot.lookup(".log-lines .list-cell").queryAll().stream()
                                .anyMatch(cell -> isLine(cell, text)));
    }

    private static boolean isLine(Node cell, String text) {
        return cell instanceof IndexedCell<?> line
                && line.getItem() instanceof LogLine shown
                && shown.text().equals(text)
                && line.isVisible();
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("not within 10 s", late);
        }
    }
}
