package dev.paddock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.ui.DemoWindow;
import dev.paddock.ui.chat.SceneExtension;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** A system repeats the press of a key that is held. */
@ExtendWith(SceneExtension.class)
class HeldKeysTest {
    private DemoWindow demo;

    @Start
    void start(Stage ignored) {
        demo = DemoWindow.shown(900, 600);
    }

    @Stop
    void stop() {
        demo.look.stage().hide();
    }

    @Test
    void aKeyThatIsHeldGivesACommandOnce(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.B);
        boolean shown = demo.window.place().sidebar();
        for (int i = 0; i < 3; i++) {
            robot.press(KeyCode.B);
            assertEquals(shown, demo.window.place().sidebar());
        }
        robot.release(KeyCode.B);
        robot.press(KeyCode.B);
        assertEquals(!shown, demo.window.place().sidebar());
        robot.release(KeyCode.B, KeyCode.CONTROL);
    }
}
