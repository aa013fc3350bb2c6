package dev.paddock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A system repeats the press of a key that is held. */
class HeldKeysTest extends InDemoWindow {
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
