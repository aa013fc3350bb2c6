package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.LoadProgress;
import dev.paddock.ui.DemoParts;
import dev.paddock.ui.DemoWindow;
import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.chat.SceneRobot;
import dev.paddock.ui.common.ModelLabel;

import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import java.nio.file.Path;
import java.util.OptionalLong;

/** The names in a bar as wide as that of a window of 1200 × 800 with everything open beside it. */
@ExtendWith(SceneExtension.class)
class EngineBarTest {
    private static final Path MODELS = Path.of("/home/ada/models");

    private DemoWindow demo;

    @Start
    void start(Stage ignored) {
        demo = DemoWindow.shown(880, 700);
    }

    @Stop
    void stop() {
        demo.look.stage().hide();
    }

    @Test
    void theLoadedAndTheChosenModelCanBeTold(FxRobot robot) {
        robot.interact(
                () -> {
                    demo.look.stage().setWidth(960);
                    demo.engine.state.set(DemoParts.ready());
                    demo.chooser.use(DemoParts.SMALL);
                });

        assertEquals("Loaded: ", shown(robot, ".model-name").substring(0, 8));
        assertTells(robot, ".model-name", "Mistral");
        assertEquals("Chosen: ", shown(robot, ".model-facts").substring(0, 8));
        assertTells(robot, ".model-facts", "Qwen2.5");
    }

    /** Whatever there is room for, it is what tells the one from the other. */
    @ParameterizedTest
    @CsvSource({"1200, 800", "900, 600"})
    void eachOfTwoNamesKeepsWhatTellsItFromTheOther(double width, double height) {
        var robot = SceneRobot.get();
        robot.interact(
                () -> {
                    demo.look.stage().setWidth(width);
                    demo.look.stage().setHeight(height);
                    demo.engine.state.set(loaded("SmolLM2-135M-Instruct.Q4_1.gguf"));
                    demo.chooser.use(DemoParts.SMALL);
                });
        assertTells(robot, ".model-name", "SmolLM2");
        assertTells(robot, ".model-facts", "Qwen2.5");
        robot.interact(() -> demo.engine.state.set(loaded("Qwen2.5-3B-Instruct-Q8_0.gguf")));
        assertTells(robot, ".model-name", "3B");
        assertTells(robot, ".model-facts", "0.5B");
    }

    @Test
    void whatIsRestartedIsNamedThoughAnotherIsChosen(FxRobot robot) {
        robot.interact(
                () -> {
                    demo.engine.state.set(
                            new EngineState.BackingOff(
                                    DemoParts.plan(),
                                    new Failure.NoEngine(),
                                    1,
                                    DemoParts.NOW.plusSeconds(1)));
                    demo.chooser.use(DemoParts.SMALL);
                });
        assertTells(robot, ".model-name", "Mistral-7B");
        assertTells(robot, ".model-facts", "Chosen: ");
        assertTells(robot, ".model-facts", "Qwen2.5");
        robot.interact(() -> demo.engine.state.set(new EngineState.Idle()));
        assertTells(robot, ".model-name", "Qwen2.5-0.5B");
    }

    private static EngineState loaded(String file) {
        var ready = DemoParts.ready().engine();
        var plan = new LaunchPlan(DemoParts.ENGINE, MODELS.resolve(file), DemoParts.options());
        return new EngineState.Ready(
                new EngineState.RunningEngine(
                        plan,
                        ready.endpoint(),
                        ready.info(),
                        ready.pid(),
                        ready.since(),
                        ready.startupMillis()));
    }

    @Test
    void theNameIsWholeWhileTheModelLoads(FxRobot robot) {
        robot.interact(
                () -> {
                    demo.engine.progress.set(
                            new LoadProgress(
                                    LoadProgress.Stage.READING, OptionalLong.of(90_000_000)));
                    demo.engine.state.set(
                            new EngineState.Loading(
                                    new LaunchPlan(
                                            DemoParts.ENGINE, DemoParts.SMALL, DemoParts.options()),
                                    DemoParts.NOW.minusSeconds(12),
                                    7));
                    demo.chooser.use(DemoParts.SMALL);
                });

        assertEquals(label(robot, ".model-name").getName(), shown(robot, ".model-name"));
    }

    private void assertTells(FxRobot robot, String part, String word) {
        var text = shown(robot, part);
        assertTrue(text.contains(word), text);
        assertEquals(label(robot, part).getText(), text, "cut once more");
    }

    /** The letters on the screen. */
    private String shown(FxRobot robot, String part) {
        robot.interact(
                () -> {
                    for (int pass = 0; pass < 3; pass++) {
                        demo.shell.scene().getRoot().applyCss();
                        demo.shell.scene().getRoot().layout();
                    }
                });
        Node letters = label(robot, part).lookup(".text");
        return ((Text) letters).getText();
    }

    private static ModelLabel label(FxRobot robot, String part) {
        return robot.lookup(".engine-bar " + part).queryAs(ModelLabel.class);
    }
}
