package dev.paddock.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.ui.DemoParts;
import dev.paddock.ui.DemoWindow;
import dev.paddock.ui.chat.SceneExtension;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Every figure is of the engine that is there now. */
@ExtendWith(SceneExtension.class)
class StatusPaneTest {
    private static final String MEMORY = "RAM of the engine";

    private DemoWindow demo;

    @Start
    void start(Stage ignored) {
        demo = DemoWindow.shown(1200, 900);
        demo.window.openTab(0);
        demo.engine.state.set(DemoParts.ready());
        demo.samples.set(DemoParts.sample(DemoParts.NOW, 41, true));
    }

    @Stop
    void stop() {
        demo.look.stage().hide();
    }

    @Test
    void anEngineThatHasEndedHasNoMemory(FxRobot robot) {
        for (var ended : ended()) {
            robot.interact(() -> demo.engine.state.set(DemoParts.ready()));
            assertTrue(shown(robot).contains(MEMORY), shown(robot));
            robot.interact(() -> demo.engine.state.set(ended));
            assertFalse(shown(robot).contains(MEMORY), ended + ": " + shown(robot));
            // The machine is told of with or without one.
            assertTrue(shown(robot).contains("RAM of this computer"), shown(robot));
        }
    }

    private static List<EngineState> ended() {
        var plan = new LaunchPlan(DemoParts.ENGINE, DemoParts.MODEL, DemoParts.options());
        var failure = new Failure.NoEngine();
        return List.of(
                new EngineState.Stopping(plan, DemoParts.NOW),
                new EngineState.BackingOff(plan, failure, 1, DemoParts.NOW),
                new EngineState.Failed(failure),
                new EngineState.Idle());
    }

    @Test
    void aRestartedEngineBeginsWithNothing(FxRobot robot) {
        assertEquals("41.0", text(robot, "#generation"));
        assertEquals("3 of 4 busy", text(robot, "#busySlots"));
        robot.interact(() -> demo.engine.state.set(new EngineState.Idle()));
        robot.interact(() -> demo.engine.state.set(another()));
        assertEquals("–", text(robot, "#generation"));
        assertEquals("–", text(robot, "#prompt"));
        assertEquals("0 of 4 busy", text(robot, "#busySlots"));
        assertEquals("Since the start: 0 tokens read, 0 generated.", text(robot, "#totals"));
        assertFalse(shown(robot).contains(MEMORY), shown(robot));
        // What was measured of the one before may come later than the state.
        robot.interact(
                () -> demo.samples.set(DemoParts.sample(DemoParts.NOW.plusSeconds(1), 42, true)));
        assertEquals("–", text(robot, "#generation"));
        assertEquals("0 of 4 busy", text(robot, "#busySlots"));
    }

    @Test
    void anAnswerWithoutARateYetHasNone(FxRobot robot) {
        var begun = DemoParts.sample(DemoParts.NOW, 0, true);
        robot.interact(() -> demo.samples.set(begun));
        assertEquals(0, begun.generationSpeed());
        assertEquals("3 of 4 busy", text(robot, "#busySlots"));
        assertEquals("–", text(robot, "#generation"));
    }

    private static EngineState another() {
        var before = DemoParts.ready().engine();
        return new EngineState.Ready(
                new EngineState.RunningEngine(
                        before.plan(),
                        before.endpoint(),
                        before.info(),
                        before.pid() + 1,
                        before.since().plus(Duration.ofMinutes(1)),
                        before.startupMillis()));
    }

    private static String text(FxRobot robot, String selector) {
        robot.interact(() -> {});
        return robot.lookup(selector).queryAs(Label.class).getText();
    }

    private static String shown(FxRobot robot) {
        robot.interact(() -> {});
        return robot
                .lookup((Node node) -> node instanceof Label && node.isVisible())
                .queryAllAs(Label.class)
                .stream()
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
    }
}
