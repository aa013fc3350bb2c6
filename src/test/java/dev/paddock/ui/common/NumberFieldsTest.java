package dev.paddock.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.Catalogue;
import dev.paddock.option.Decimal;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.SamplingOptions;
import dev.paddock.option.Seed;
import dev.paddock.option.WholeNumber;

import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.stream.Stream;

/** Emptying a number field digit by digit keeps none of them. */
class NumberFieldsTest extends OptionFormScreen {
    @Test
    void noNumberOfTheEngineFormKeepsItsLastDigit(FxRobot robot) {
        walk(robot, EngineOptions.CATALOGUE);
    }

    @Test
    void noNumberOfTheSamplingFormKeepsItsLastDigit(FxRobot robot) {
        walk(robot, SamplingOptions.CATALOGUE);
    }

    @Test
    void aCountOfLayersThatIsEmptiedKeepsNone(FxRobot robot) {
        var layers = EngineOptions.GPU_LAYERS;
        var twelve = layers.parse("12").toOptional().orElseThrow();
        open(robot, EngineOptions.CATALOGUE, Origin.APP, app(Options.of(layers, twelve)));
        var count = robot.lookup("#" + layers.key() + "Count").queryAs(TextInputControl.class);
        robot.interact(count::requestFocus);
        erase(robot, count);
        screen.leave();
        assertEquals(List.of(), screen.changes);
        assertEquals(twelve, screen.chain.of(Origin.APP).value(layers));
    }

    private void walk(FxRobot robot, Catalogue catalogue) {
        var numbers = catalogue.options().stream().filter(NumberFieldsTest::isNumber).toList();
        assertTrue(numbers.size() > 4, numbers.toString());
        open(robot, catalogue, Origin.APP, app(Options.EMPTY));
        robot.interact(robot.lookup("#allOptions").queryAs(ToggleButton.class)::fire);
        numbers.forEach(option -> emptied(robot, option));
    }

    private static OptionChain app(Options options) {
        return OptionChain.EMPTY.with(Origin.APP, options);
    }

    private static boolean isNumber(Option<?> option) {
        return option.kind() instanceof WholeNumber
                || option.kind() instanceof Decimal
                || option.kind() instanceof Seed;
    }

    private <T> void emptied(FxRobot robot, Option<T> option) {
        screen.setElsewhere(Origin.APP, option, longest(option));
        screen.changes.clear();
        screen.click(option);
        var field = (TextInputControl) screen.field(option);
        assertFalse(field.getText().isEmpty(), option.key());
        erase(robot, field);
        assertEquals(List.of(), screen.changes, option + " before it is left");
        screen.leave();
        assertFalse(screen.chain.of(Origin.APP).has(option), option + " is not set any more");
        assertEquals(1, screen.changes.size());
        assertEquals("", screen.text(option));
    }

    /** A value of several digits, whose first ones are often allowed as well. */
    private static <T> T longest(Option<T> option) {
        return Stream.of("12345", "1234", "123", "12", "0.25", "1.5", "2")
                .map(option::parse)
                .flatMap(parsed -> parsed.toOptional().stream())
                .findFirst()
                .orElseThrow();
    }

    private static void erase(FxRobot robot, TextInputControl field) {
        robot.interact(field::end);
        for (int left = field.getLength(); left > 0; left--) {
            robot.push(KeyCode.BACK_SPACE);
        }
        assertEquals("", field.getText());
    }
}
