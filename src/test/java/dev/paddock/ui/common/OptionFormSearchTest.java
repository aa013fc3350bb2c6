package dev.paddock.ui.common;

import static dev.paddock.option.SamplingOptions.EXTRA_FIELDS;
import static dev.paddock.option.SamplingOptions.LOGIT_BIAS;
import static dev.paddock.option.SamplingOptions.STOP_SEQUENCES;
import static dev.paddock.option.SamplingOptions.TEMPERATURE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.EngineOptions;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.SamplingOptions;

import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Map;

/** Finding an option, and what is typed into those that are more than one number. */
class OptionFormSearchTest extends OptionFormScreen {
    @Test
    void theBasicOnesAreInSightAndTheOthersOneClickAway(FxRobot robot) {
        open(robot);
        assertEquals(
                List.of("Port", "Context size", "Parallel slots", "GPU layers"), screen.inSight());

        robot.clickOn("All options");

        assertEquals(EngineOptions.CATALOGUE.options().size(), screen.inSight().size());
        assertTrue(robot.lookup("Memory").tryQuery().isPresent());
    }

    @Test
    void searchFindsByNameFlagFieldAndHelp(FxRobot robot) {
        open(robot);
        search(robot, "BATCH");
        assertEquals(
                List.of("Batch size", "Physical batch size", "Threads for prompts"),
                screen.inSight());
        search(robot, "-ctk");
        assertEquals(List.of("KV cache, keys"), screen.inSight());
        search(robot, "swapped out");
        assertEquals(List.of("Loading the model"), screen.inSight());
        search(robot, "nonsense");
        assertEquals(List.of(), screen.inSight());
        assertTrue(robot.lookup("No option matches “nonsense”.").tryQuery().isPresent());

        robot.push(KeyCode.ESCAPE);

        assertEquals(4, screen.inSight().size());
    }

    @Test
    void aRequestFieldIsFoundByItsName(FxRobot robot) {
        open(robot, SamplingOptions.CATALOGUE, Origin.CONVERSATION, OptionChain.EMPTY);
        search(robot, "dry_allowed_length");

        assertEquals(List.of("DRY allowed length"), screen.inSight());
    }

    @Test
    void underASearchOnlyWhatIsShownIsReset(FxRobot robot) {
        var set = Options.of(TEMPERATURE, 0.4).with(STOP_SEQUENCES, List.of("END"));
        open(
                robot,
                SamplingOptions.CATALOGUE,
                Origin.CONVERSATION,
                OptionChain.EMPTY.with(Origin.CONVERSATION, set));
        var reset = robot.lookup("#resetAll").queryButton();
        assertEquals("Reset all", reset.getText());
        search(robot, "dry");
        assertEquals("Reset what is shown", reset.getText());
        assertTrue(reset.isDisabled(), "nothing of it is set");
        search(robot, "stop sequences");
        robot.interact(reset::fire);

        assertEquals(Options.of(TEMPERATURE, 0.4), screen.changes.getLast());
        var notice = screen.kit.notices().shown().getFirst();
        assertEquals("1 option was reset.", notice.text());
        robot.interact(() -> screen.kit.notices().act(notice, notice.actions().getFirst()));
        assertEquals(set, screen.changes.getLast());
    }

    @Test
    void brokenJsonIsNamedByItsPlace(FxRobot robot) {
        open(robot, SamplingOptions.CATALOGUE, Origin.CONVERSATION, OptionChain.EMPTY);
        search(robot, "extra");
        screen.type(EXTRA_FIELDS, "{\"top_n\": 3,\n \"n\" 4}");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(
                "Line 2, column 6: “4” is not expected here in JSON.", screen.note(EXTRA_FIELDS));

        screen.type(EXTRA_FIELDS, "{\"n\": 4");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("Line 1, column 8: the JSON ends too early.", screen.note(EXTRA_FIELDS));

        screen.type(EXTRA_FIELDS, "[4]");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("A JSON object in braces.", screen.note(EXTRA_FIELDS));

        screen.type(EXTRA_FIELDS, "{\"n\": 4, \"n\": 5}");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(
                "Line 1, column 10: “n” is there for the second time.", screen.note(EXTRA_FIELDS));

        screen.type(EXTRA_FIELDS, "{\"n\": 4, \"stream\": false}");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(
                "Paddock itself sets “stream”, or it could not read the answer. Leave it out.",
                screen.note(EXTRA_FIELDS));
        assertEquals(List.of(), screen.changes);

        screen.type(EXTRA_FIELDS, "{\"n\": 4}");
        assertEquals(
                "JSON that is merged into each request and wins over all others; for example"
                        + " {\"cache_prompt\": false}.",
                screen.note(EXTRA_FIELDS));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(List.of(Options.of(EXTRA_FIELDS, Map.of("n", 4))), screen.changes);
    }

    @Test
    void linesAreTypedWithEnterAndTabGoesOn(FxRobot robot) {
        open(robot, SamplingOptions.CATALOGUE, Origin.CONVERSATION, OptionChain.EMPTY);
        search(robot, "stop sequences");
        screen.type(STOP_SEQUENCES, "END");
        robot.push(KeyCode.ENTER);
        robot.write("\\n\\n");
        assertEquals(List.of(), screen.changes);
        robot.push(KeyCode.TAB);

        assertEquals(List.of(Options.of(STOP_SEQUENCES, List.of("END", "\n\n"))), screen.changes);
    }

    @Test
    void aWrongBiasIsNamedByItsLine(FxRobot robot) {
        open(robot, SamplingOptions.CATALOGUE, Origin.CONVERSATION, OptionChain.EMPTY);
        search(robot, "logit");
        screen.type(LOGIT_BIAS, "12 +1");
        robot.push(KeyCode.ENTER);
        robot.write("Hello 3");
        screen.leave();

        assertEquals(
                "Line 2: a token’s number or a text in double quotes, then a number from -100 to"
                        + " 100 or never.",
                screen.note(LOGIT_BIAS));
    }

    @Test
    void aCommaIsTakenForAPoint(FxRobot robot) {
        open(robot, SamplingOptions.CATALOGUE, Origin.CONVERSATION, OptionChain.EMPTY);
        screen.type(TEMPERATURE, "0,3");
        robot.push(KeyCode.ENTER);
        assertEquals("0.3", screen.text(TEMPERATURE));
        screen.type(TEMPERATURE, "3");
        robot.push(KeyCode.ENTER);

        assertEquals("A number from 0 to 2.", screen.note(TEMPERATURE));
        assertEquals(List.of(Options.of(TEMPERATURE, 0.3)), screen.changes);
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
