package dev.paddock.ui.chat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MouseRobot;
import org.testfx.service.query.PointQuery;
import org.testfx.util.NodeQueryUtils;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;

/**
 * A robot that goes on as soon as the window has taken in what it did. A plain one sleeps 50 ms
 * after each event, which is long on a quiet machine and not enough on a loaded one.
 *
 * <p>It finds nodes and their places on the FX thread. A plain robot asks for bounds on the thread
 * of the test, which computes them a second time while a layout is under way: an {@link
 * IndexOutOfBoundsException} now and then, in either thread.
 */
public final class SceneRobot extends FxRobot {
    private final KeyboardRobot keys = robotContext().getKeyboardRobot();
    private final MouseRobot mouse = robotContext().getMouseRobot();

    private SceneRobot() {}

    /**
     * A new one for each test: where the mouse of the last one stood, something of the next window
     * would show its tooltip, and the platform gives keys to the newest window.
     */
    public static SceneRobot get() {
        return new SceneRobot();
    }

    @Override
    public PointQuery point(Node node) {
        targetWindow(node.getScene().getWindow());
        // What has just come has no place before it is laid out.
        Stages.settle();
        return point(Stages.onFx(() -> node.localToScreen(node.getBoundsInLocal())));
    }

    @Override
    public FxRobot interact(Runnable job) {
        Stages.runOnFx(job);
        Stages.settle();
        return this;
    }

    @Override
    public <T> FxRobot interact(Callable<T> job) {
        Stages.onFx(job);
        Stages.settle();
        return this;
    }

    @Override
    public FxRobot push(KeyCode... combination) {
        keys.pressNoWait(combination);
        Stages.settle();
        var released = Arrays.asList(combination.clone());
        Collections.reverse(released);
        keys.releaseNoWait(released.toArray(KeyCode[]::new));
        Stages.settle();
        return this;
    }

    @Override
    public FxRobot type(KeyCode... sequence) {
        for (KeyCode key : sequence) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot type(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            push(key);
        }
        return this;
    }

    @Override
    public FxRobot write(String text) {
        var scene = robotContext().getWindowFinder().window(Window::isFocused).getScene();
        for (char each : text.toCharArray()) {
            var key = each == '\n' ? KeyCode.ENTER : KeyCode.UNDEFINED;
            robotContext().getBaseRobot().typeKeyboard(scene, key, String.valueOf(each));
            Stages.settle();
        }
        return this;
    }

    @Override
    public FxRobot moveTo(PointQuery place, Motion motion) {
        mouse.moveNoWait(place.query());
        Stages.settle();
        return this;
    }

    @Override
    public FxRobot clickOn(MouseButton... buttons) {
        var pressed = buttons.length == 0 ? new MouseButton[] {MouseButton.PRIMARY} : buttons;
        mouse.pressNoWait(pressed);
        Stages.settle();
        mouse.releaseNoWait(pressed);
        Stages.settle();
        return this;
    }

    @Override
    public FxRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        moveTo(place, motion);
        return clickOn(buttons);
    }

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        Node node = Stages.onFx(() -> lookup(query).match(NodeQueryUtils.isVisible()).query());
        return clickOn(node, motion, buttons);
    }

    @Override
    public FxRobot doubleClickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        clickOn(place, motion, buttons);
        return clickOn(buttons);
    }
}
