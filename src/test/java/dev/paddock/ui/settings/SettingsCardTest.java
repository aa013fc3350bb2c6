package dev.paddock.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.ui.DemoWindow;
import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.chat.Stages;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(SceneExtension.class)
class SettingsCardTest {
    private DemoWindow demo;

    @Start
    void start(Stage ignored) {
        demo = DemoWindow.shown(900, 600);
        demo.window.showCard(demo.settings.node());
    }

    @Stop
    void stop() {
        demo.look.stage().hide();
    }

    @Test
    void whatIsSaidOfASwitchStandsBelowItsName(FxRobot robot) {
        robot.interact(() -> {});
        Stages.settle();
        var hint = robot.lookup(".below-box").query();
        var form = hint.getParent().getChildrenUnmodifiable();
        var box = (CheckBox) form.get(form.indexOf(hint) - 1);
        assertEquals(left(box), left(hint), 1);
    }

    /** Where its letters begin. */
    private static double left(Node label) {
        return label.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .mapToDouble(text -> text.localToScene(text.getLayoutBounds()).getMinX())
                .min()
                .orElseThrow();
    }
}
