package dev.paddock.ui.common;

import static dev.paddock.option.EngineOptions.PARALLEL_SLOTS;
import static dev.paddock.option.EngineOptions.PORT;
import static dev.paddock.option.EngineOptions.THREADS;
import static dev.paddock.option.SamplingOptions.TEMPERATURE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.SamplingOptions;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;

/** Numbers are set with steppers and sliders too, and nothing moves while one types them. */
class NumberEditorsTest extends OptionFormScreen {
    @Test
    void aSmallNumberGoesUpAndDownByItsButtonsAndByKeys(FxRobot robot) {
        open(robot);
        press(robot, PARALLEL_SLOTS, 1);
        assertEquals(List.of(Options.of(PARALLEL_SLOTS, 2)), screen.changes);
        press(robot, PARALLEL_SLOTS, 0);
        assertEquals(Options.of(PARALLEL_SLOTS, 1), screen.changes.getLast());
        assertTrue(step(PARALLEL_SLOTS, 0).isDisabled(), "1 is the least");

        screen.click(PARALLEL_SLOTS);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.UP);
        assertEquals("3", screen.text(PARALLEL_SLOTS));
        screen.leave();
        assertEquals(Options.of(PARALLEL_SLOTS, 3), screen.changes.getLast());
    }

    @Test
    void belowTheLeastStandsAutomatic(FxRobot robot) {
        open(robot);
        robot.interact(() -> ((ToggleButton) robot.lookup("#allOptions").query()).fire());
        press(robot, THREADS, 1);
        assertEquals(Options.of(THREADS, 1), screen.changes.getLast());
        press(robot, THREADS, 0);
        assertEquals("auto", screen.text(THREADS));
        assertEquals(Options.of(THREADS, 0), screen.changes.getLast());
    }

    @Test
    void aSliderAndItsFieldShowTheSame(FxRobot robot) {
        open(robot, SamplingOptions.CATALOGUE, Origin.APP, OptionChain.EMPTY);
        var slider = (Slider) screen.row(TEMPERATURE).lookup(".slider");
        assertEquals(0.8, slider.getValue(), 1e-9, "what holds while nothing is set");

        screen.type(TEMPERATURE, "1.5");
        assertEquals(1.5, slider.getValue(), 1e-9);
        robot.interact(() -> slider.setValue(0.412));
        assertEquals("0.4", screen.text(TEMPERATURE));
        robot.push(KeyCode.DOWN);
        assertEquals("0.35", screen.text(TEMPERATURE));
        screen.leave();
        assertEquals(List.of(Options.of(TEMPERATURE, 0.35)), screen.changes);
    }

    @Test
    void nothingMovesWhenAValueIsWrongAndRightAgain(FxRobot robot) {
        open(robot, EngineOptions.CATALOGUE, Origin.APP, OptionChain.EMPTY);
        robot.interact(() -> ((ToggleButton) robot.lookup("#allOptions").query()).fire());
        for (Option<?> option : List.of(PORT, EngineOptions.CONTEXT_SIZE, PARALLEL_SLOTS)) {
            double before = end(robot);
            screen.type(option, "0,0,0");
            robot.push(KeyCode.ENTER);
            assertTrue(screen.note(option).startsWith("A whole number"), screen.note(option));
            assertEquals(before, end(robot), option.key());
            robot.push(KeyCode.ESCAPE);
            assertEquals(before, end(robot), option.key());
        }
    }

    /** Where the last of the rows ends. */
    private double end(FxRobot robot) {
        robot.interact(() -> screen.stage.getScene().getRoot().layout());
        Node list = robot.lookup(".option-list").query();
        return list.getLayoutBounds().getHeight();
    }

    private void press(FxRobot robot, Option<?> option, int which) {
        robot.interact(step(option, which)::fire);
    }

    /** Less, and more. */
    private Button step(Option<?> option, int which) {
        var buttons = screen.row(option).lookupAll(".step-buttons > .button");
        return (Button) List.copyOf(buttons).get(which);
    }
}
