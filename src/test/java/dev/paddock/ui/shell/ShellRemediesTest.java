package dev.paddock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.ui.DemoParts;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.Optional;
import java.util.OptionalInt;

class ShellRemediesTest extends InDemoWindow {
    @Test
    void aFailureOffersItsRemedy(FxRobot robot) {
        robot.interact(
                () -> demo.engine.state.set(new EngineState.Failed(new Failure.PortTaken(8080))));

        robot.clickOn("Use the next free port");

        assertFalse(demo.engine.plans.getFirst().portChosen());
    }

    @Test
    void anUnknownArgumentIsDroppedWithOneClick(FxRobot robot) {
        robot.interact(
                () -> {
                    demo.preferences.change(
                            s -> s.with(EngineOptions.EXTRA_ARGUMENTS, "-t 4 --no-such 7"));
                    demo.engine.state.set(
                            new EngineState.Failed(
                                    new Failure.UnknownArgument("--no-such", Optional.empty())));
                });

        robot.clickOn("Start without --no-such");

        assertEquals("-t 4", demo.engine.plans.getFirst().value(EngineOptions.EXTRA_ARGUMENTS));
    }

    @Test
    void aContextThatFitsIsTakenWithOneClick(FxRobot robot) {
        robot.interact(
                () ->
                        demo.engine.state.set(
                                new EngineState.Failed(
                                        new Failure.WillNotFit(
                                                131_072,
                                                16L << 30,
                                                8L << 30,
                                                OptionalInt.of(20_480)))));

        robot.clickOn("Use the largest context that fits: 20,480");

        assertEquals(20_480, demo.engine.plans.getFirst().value(EngineOptions.CONTEXT_SIZE));
    }

    @Test
    void anEngineThatIsNotAsAskedSaysSoCalmly(FxRobot robot) {
        var warning = new EngineWarning.NoGpu("warning: no usable GPU found");
        robot.interact(() -> demo.engine.state.set(DemoParts.ready(warning)));

        assertTrue(robot.lookup("Running on the processor only").tryQuery().isPresent());
        robot.clickOn("Start on the processor only");

        var plan = demo.engine.plans.getFirst();
        assertEquals(new GpuLayers.None(), plan.value(EngineOptions.GPU_LAYERS));
    }
}
