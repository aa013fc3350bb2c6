package dev.paddock.ui.chat;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;

import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;
import org.testfx.util.NodeQueryUtils;

/**
 * Finds nodes and their places on the FX thread. A plain robot asks for bounds on the thread of the
 * test, which computes them a second time while a layout is under way: an {@link
 * IndexOutOfBoundsException} now and then, in either thread.
 */
public final class SceneRobot extends FxRobot {
    @Override
    public PointQuery point(Node node) {
        targetWindow(node.getScene().getWindow());
        return point(Stages.onFx(() -> node.localToScreen(node.getBoundsInLocal())));
    }

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        Node node = Stages.onFx(() -> lookup(query).match(NodeQueryUtils.isVisible()).query());
        return clickOn(node, motion, buttons);
    }
}
