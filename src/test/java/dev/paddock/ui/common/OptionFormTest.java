package dev.paddock.ui.common;

import static dev.paddock.option.EngineOptions.CONTEXT_SIZE;
import static dev.paddock.option.EngineOptions.EXTRA_ARGUMENTS;
import static dev.paddock.option.EngineOptions.PARALLEL_SLOTS;
import static dev.paddock.option.EngineOptions.PHYSICAL_BATCH_SIZE;
import static dev.paddock.option.EngineOptions.PORT;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.paddock.faults.Fault;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;

import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Optional;

class OptionFormTest extends OptionFormScreen {
    @Test
    void nothingIsHandedOnBeforeTheFieldIsLeft(FxRobot robot) {
        open(robot);
        screen.type(CONTEXT_SIZE, "8,192");
        assertEquals(List.of(), screen.changes);

        screen.leave();

        assertEquals(List.of(Options.of(CONTEXT_SIZE, 8192)), screen.changes);
        assertEquals("8192", screen.text(CONTEXT_SIZE));
        assertEquals("App settings", screen.origin(CONTEXT_SIZE));
    }

    @Test
    void enterHandsOnAtOnceAndLeavesTheCursorWhereItIs(FxRobot robot) {
        open(robot);
        screen.type(PARALLEL_SLOTS, "4");
        robot.push(KeyCode.ENTER);

        assertEquals(List.of(Options.of(PARALLEL_SLOTS, 4)), screen.changes);
        assertEquals(Optional.of(screen.field(PARALLEL_SLOTS)), screen.focused());
    }

    @Test
    void escapeBringsTheFormerValueBack(FxRobot robot) {
        open(robot, EngineOptions.CATALOGUE, Origin.APP, app(Options.of(PORT, 9000)));
        screen.type(PORT, "80");
        robot.push(KeyCode.ENTER);
        assertEquals("A whole number from 1024 to 65535.", screen.note(PORT));

        robot.push(KeyCode.ESCAPE);

        assertEquals("9000", screen.text(PORT));
        assertEquals("Other programs reach the engine here.", screen.note(PORT));
        screen.leave();
        assertEquals(List.of(), screen.changes);
    }

    @Test
    void aWrongValueIsNotHandedOnAndGetsTheFocusBack(FxRobot robot) {
        open(robot);
        screen.type(CONTEXT_SIZE, "many");
        screen.leave();
        String sentence = "A whole number of tokens from 1 to 16,777,216, or auto.";
        assertEquals(sentence, screen.note(CONTEXT_SIZE));

        var settled = new boolean[1];
        robot.interact(() -> settled[0] = screen.form.settle());
        robot.interact(screen.form::focusWrong);

        assertFalse(settled[0]);
        assertEquals(Optional.of(screen.field(CONTEXT_SIZE)), screen.focused());
        assertEquals(sentence, screen.field(CONTEXT_SIZE).getAccessibleHelp());
        assertEquals(List.of(), screen.changes);
    }

    @Test
    @Fault({22, 24})
    void whatIsNoPortForUsIsNamedWithTheOnesThatAre(FxRobot robot) {
        open(robot);
        for (String typed : List.of("80", "65536", "port")) {
            screen.type(PORT, typed);
            robot.push(KeyCode.ENTER);
            assertEquals("A whole number from 1024 to 65535.", screen.note(PORT));
        }
        assertEquals(List.of(), screen.changes);
    }

    @Test
    void theSentenceGoesAsSoonAsTheValueIsRightAgain(FxRobot robot) {
        open(robot);
        screen.type(PORT, "80");
        robot.push(KeyCode.ENTER);

        robot.write("80");

        assertEquals("Other programs reach the engine here.", screen.note(PORT));
        assertEquals(List.of(), screen.changes);
    }

    @Test
    void whatIsWrongInAFieldOutOfSightIsBroughtIntoSight(FxRobot robot) {
        open(robot);
        search(robot, "physical");
        screen.type(PHYSICAL_BATCH_SIZE, "1");
        search(robot, "port");

        robot.interact(screen.form::focusWrong);

        assertEquals(Optional.of(screen.field(PHYSICAL_BATCH_SIZE)), screen.focused());
        assertEquals(
                "A whole number of tokens from 32 to 65,536.", screen.note(PHYSICAL_BATCH_SIZE));
    }

    @Test
    void aValueSetElsewhereShowsAtOnceUnlessThePersonIsTyping(FxRobot robot) {
        open(robot);
        screen.type(CONTEXT_SIZE, "12");
        screen.setElsewhere(Origin.APP, CONTEXT_SIZE, 2048);
        screen.setElsewhere(Origin.APP, PORT, 8081);
        assertEquals("12", screen.text(CONTEXT_SIZE));
        assertEquals("8081", screen.text(PORT));

        robot.push(KeyCode.ESCAPE);

        assertEquals("2048", screen.text(CONTEXT_SIZE));
    }

    @Test
    void aWrongValueIsReplacedByOneSetElsewhereAndByNothingElse(FxRobot robot) {
        open(robot);
        screen.type(PORT, "80");
        screen.leave();
        screen.setElsewhere(Origin.APP, CONTEXT_SIZE, 2048);
        assertEquals("80", screen.text(PORT));

        screen.setElsewhere(Origin.APP, PORT, 8081);

        assertEquals("8081", screen.text(PORT));
        assertEquals("Other programs reach the engine here.", screen.note(PORT));
    }

    @Test
    void theCommandLinesValueIsShownAndKeptWhenItIsTyped(FxRobot robot) {
        var said = OptionChain.EMPTY.with(Origin.COMMAND_LINE, Options.of(CONTEXT_SIZE, 8192));
        open(robot, EngineOptions.CATALOGUE, Origin.APP, said);
        assertEquals("", screen.text(CONTEXT_SIZE));
        assertEquals("8192", screen.placeholder(CONTEXT_SIZE));
        assertEquals("Command line", screen.origin(CONTEXT_SIZE));

        screen.type(CONTEXT_SIZE, "8192");
        screen.leave();

        assertEquals(List.of(Options.of(CONTEXT_SIZE, 8192)), screen.changes);
        assertEquals("8192", screen.text(CONTEXT_SIZE));
    }

    @Test
    void aStrongerPlaceIsNamedWithItsValue(FxRobot robot) {
        var chain =
                app(Options.of(CONTEXT_SIZE, 4096))
                        .with(Origin.MODEL, Options.of(CONTEXT_SIZE, 16_384));
        open(robot, EngineOptions.CATALOGUE, Origin.APP, chain);

        assertEquals("4096", screen.text(CONTEXT_SIZE));
        assertEquals("This model: 16384", screen.origin(CONTEXT_SIZE));
        assertEquals("Default", screen.origin(PORT));
    }

    @Test
    void resettingShowsWhatIsInherited(FxRobot robot) {
        var chain =
                app(Options.of(CONTEXT_SIZE, 2048))
                        .with(Origin.MODEL, Options.of(CONTEXT_SIZE, 16_384));
        open(robot, EngineOptions.CATALOGUE, Origin.MODEL, chain);
        assertFalse(screen.reset(PORT).isVisible());
        assertEquals(
                "Reset Context size to what holds elsewhere",
                screen.reset(CONTEXT_SIZE).getAccessibleText());

        robot.interact(() -> screen.reset(CONTEXT_SIZE).fire());

        assertEquals(List.of(Options.EMPTY), screen.changes);
        assertEquals("", screen.text(CONTEXT_SIZE));
        assertEquals("2048", screen.placeholder(CONTEXT_SIZE));
        assertEquals("App settings", screen.origin(CONTEXT_SIZE));
        assertEquals(Optional.of(screen.field(CONTEXT_SIZE)), screen.focused());
    }

    @Test
    void anEmptiedFieldInherits(FxRobot robot) {
        open(robot, EngineOptions.CATALOGUE, Origin.APP, app(Options.of(PORT, 9000)));
        screen.click(PORT);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.push(KeyCode.DELETE);
        screen.leave();

        assertEquals(List.of(Options.EMPTY), screen.changes);
        assertEquals("8080", screen.placeholder(PORT));
        assertEquals("Default", screen.origin(PORT));
    }

    @Test
    void noArgumentsForOneModelIsAValueOfItsOwn(FxRobot robot) {
        open(
                robot,
                EngineOptions.CATALOGUE,
                Origin.MODEL,
                app(Options.of(EXTRA_ARGUMENTS, "-t 4")));
        search(robot, "--extra-arguments");
        screen.type(EXTRA_ARGUMENTS, "x");
        robot.push(KeyCode.BACK_SPACE);
        screen.leave();

        assertEquals(List.of(Options.of(EXTRA_ARGUMENTS, "")), screen.changes);
        assertEquals("Nothing", screen.placeholder(EXTRA_ARGUMENTS));
        assertEquals("This model", screen.origin(EXTRA_ARGUMENTS));
    }

    private static OptionChain app(Options options) {
        return OptionChain.EMPTY.with(Origin.APP, options);
    }

    private static void search(FxRobot robot, String text) {
        var field = robot.lookup("#optionSearch").queryAs(TextField.class);
        robot.interact(
                () -> {
                    field.requestFocus();
                    field.setText(text);
                });
        assertFalse(robot.lookup("#allOptions").queryAs(ToggleButton.class).isSelected());
    }
}
