package dev.paddock.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.SceneRobot;
import dev.paddock.ui.chat.Stages;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;

/** Code moves the focus after a key, and a person sees where it went. */
class FocusRingTest {
    private final FxRobot robot = SceneRobot.get();
    private final Button clicked = new Button("Clicked");
    private final Button moved = new Button("Moved to");
    private final Hyperlink link = new Hyperlink("A link");
    private final ToggleButton quiet = new ToggleButton("Quiet");
    private Stage stage;

    @BeforeAll
    static void toolkit() {
        Stages.startToolkit();
    }

    @BeforeEach
    void open() {
        quiet.getStyleClass().add("quiet");
        Stages.runOnFx(
                () -> {
                    var scene = new Scene(new VBox(20, clicked, moved, link, quiet), 300, 300);
                    new Theme().dress(scene);
                    FocusRing.in(scene);
                    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
                    stage = new Stage();
                    stage.setScene(scene);
                    stage.show();
                });
    }

    @AfterEach
    void close() {
        Stages.runOnFx(stage::close);
    }

    private void move(KeyEvent key) {
        switch (key.getCode()) {
            case F2 -> moved.requestFocus();
            case F3 -> link.requestFocus();
            case F4 -> quiet.requestFocus();
            default -> {}
        }
    }

    @Test
    void whatAKeyMovesToIsMarkedAndWhatIsClickedIsNot() {
        robot.clickOn(clicked);
        assertFalse(isRinged(clicked));
        var stops = List.<ButtonBase>of(moved, link, quiet);
        var keys = List.of(KeyCode.F2, KeyCode.F3, KeyCode.F4);
        for (int i = 0; i < stops.size(); i++) {
            robot.push(keys.get(i));
            assertEquals(stops.get(i), Stages.onFx(stage.getScene()::getFocusOwner));
            for (var each : stops) {
                assertEquals(each == stops.get(i), isRinged(each), each::toString);
            }
        }
        robot.clickOn(quiet);
        assertFalse(isRinged(quiet), "clicked");
    }

    /** No style of the window's own takes it away. */
    @Test
    void eachStyleOfAButtonIsMarked() {
        for (var style :
                List.of("recent-model", "suggestion", "figures", "row-button", "jump", "remedy")) {
            Stages.runOnFx(() -> moved.getStyleClass().setAll("button", "flat", style));
            robot.clickOn(clicked);
            robot.push(KeyCode.F2);
            assertTrue(isRinged(moved), style);
        }
    }

    @Test
    void whatWasReachedByTabStaysMarkedWhenCodeAsksForItAgain() {
        robot.clickOn(clicked);
        robot.push(KeyCode.TAB);
        assertTrue(isRinged(moved));
        robot.push(KeyCode.F2);
        assertTrue(isRinged(moved));
    }

    private static boolean isRinged(Node node) {
        return Stages.onFx(
                () -> {
                    node.applyCss();
                    var border = ((ButtonBase) node).getBorder();
                    return border != null
                            && border.getStrokes().stream()
                                    .anyMatch(
                                            stroke ->
                                                    stroke.getTopStroke() instanceof Color colour
                                                            && colour.getOpacity() > 0.5
                                                            && stroke.getWidths().getTop() >= 2);
                });
    }
}
