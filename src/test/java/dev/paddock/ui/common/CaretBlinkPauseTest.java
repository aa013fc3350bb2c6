package dev.paddock.ui.common;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.SceneExtension;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

@ExtendWith(SceneExtension.class)
class CaretBlinkPauseTest {
    private TextInputControl text;
    private TextField line;
    private Button other;

    @Start
    void show(Stage stage) {
        text = new TextArea();
        line = new TextField();
        other = new Button("other");
        var scene = new Scene(new VBox(text, line, other), 300, 200);
        CaretBlinkPause.in(scene, Duration.millis(100));
        stage.setScene(scene);
        stage.show();
        text.requestFocus();
    }

    @Test
    void blinksAgainWhenAKeyIsPressed(FxRobot robot) throws Exception {
        for (int round = 0; round < 2; round++) {
            awaitRest();
            assertTrue(after(robot, () -> press(text)), "round " + round);
        }
        awaitRest();
    }

    @Test
    void theFieldItselfDecidesWhenTheFocusMoves(FxRobot robot) throws Exception {
        awaitRest();
        assertFalse(after(robot, other::requestFocus));
        assertFalse(after(robot, () -> press(other)), "a key for another one");
        assertTrue(after(robot, text::requestFocus));
        awaitRest();
    }

    @Test
    void eachFieldOfTheWindowRestsNotTheComposerAlone(FxRobot robot) throws Exception {
        awaitRest();
        text = line;
        assertTrue(after(robot, line::requestFocus));
        awaitRest();
        assertTrue(after(robot, () -> press(line)));
        awaitRest();
    }

    private static void press(Node target) {
        Event.fireEvent(
                target,
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, true, false, false, false));
    }

    private void awaitRest() throws Exception {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> !WaitForAsyncUtils.asyncFx(this::blinks).get());
    }

    /** Whether it blinks right after {@code what}, before any time has passed. */
    private boolean after(FxRobot robot, Runnable what) {
        var answer = new AtomicBoolean();
        robot.interact(
                () -> {
                    what.run();
                    answer.set(blinks());
                    return null;
                });
        return answer.get();
    }

    /** Only the skin knows, and tells nobody outside of its package. */
    private boolean blinks() throws ReflectiveOperationException {
        var asked = TextInputControlSkin.class.getDeclaredMethod("isCaretBlinking");
        asked.setAccessible(true);
        return (boolean) asked.invoke(text.getSkin());
    }
}
