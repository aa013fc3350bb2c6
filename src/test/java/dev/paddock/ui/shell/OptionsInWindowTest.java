package dev.paddock.ui.shell;

import static dev.paddock.option.EngineOptions.CONTEXT_SIZE;
import static dev.paddock.option.EngineOptions.PORT;
import static dev.paddock.option.SamplingOptions.TEMPERATURE;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.option.Origin;
import dev.paddock.settings.OptionSettings;
import dev.paddock.ui.DemoParts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import java.util.List;

/** Options in the panel and in the settings, among the rest of the window. */
class OptionsInWindowTest extends InDemoWindow {
    @Test
    void aRemedyPutsItsOwnValueInPlaceOfWhatIsWrong(FxRobot robot) {
        robot.interact(() -> demo.window.openTab(1));
        type(robot, "#port", "80");
        robot.push(KeyCode.ENTER);
        robot.interact(
                () -> demo.engine.state.set(new EngineState.Failed(new Failure.PortTaken(8080))));

        robot.clickOn("Use the next free port");

        assertFalse(demo.engine.plans.getFirst().portChosen());
        assertEquals("", field(robot, "#port").getText());
        var wrong = PseudoClass.getPseudoClass("wrong");
        assertTrue(
                robot.lookup(".option-row").queryAll().stream()
                        .noneMatch(row -> row.getPseudoClassStates().contains(wrong)));
    }

    @Test
    void aRemedyStartsNothingWhileAnotherFieldIsWrong(FxRobot robot) {
        robot.interact(() -> demo.window.openTab(1));
        type(robot, "#contextSize", "lots");
        robot.push(KeyCode.ENTER);
        robot.interact(
                () -> demo.engine.state.set(new EngineState.Failed(new Failure.PortTaken(8080))));

        robot.clickOn("Use the next free port");

        assertTrue(demo.engine.plans.isEmpty());
        assertEquals("lots", field(robot, "#contextSize").getText());
        assertTrue(field(robot, "#contextSize").isFocused());

        robot.push(KeyCode.ESCAPE);
        robot.clickOn("Use the next free port");

        assertFalse(demo.engine.plans.getFirst().portChosen());
    }

    @Test
    void whatAFieldHoldsByItselfIsReadAlsoWithTheCursorInIt(FxRobot robot) {
        robot.interact(() -> demo.window.openTab(1));
        TextField field = robot.lookup("#port").queryAs(TextField.class);
        robot.interact(
                () -> {
                    field.requestFocus();
                    field.applyCss();
                });

        var fills =
                field.lookupAll(".text").stream()
                        .map(Text.class::cast)
                        .filter(text -> text.getText().equals("8080"))
                        .map(Text::getFill)
                        .toList();
        assertEquals(1, fills.size());
        assertNotEquals(Color.TRANSPARENT, fills.getFirst());
    }

    @Test
    void nothingMovesWhenThePanelBeginsToScroll(FxRobot robot) {
        robot.interact(() -> demo.window.openTab(1));
        var scrolling = formWidth(robot);
        robot.interact(() -> field(robot, ".engine-panel #optionSearch").setText("no such"));
        assertEquals(scrolling, formWidth(robot));
    }

    private double formWidth(FxRobot robot) {
        robot.interact(
                () -> {
                    demo.look.stage().getScene().getRoot().applyCss();
                    demo.look.stage().getScene().getRoot().layout();
                });
        return robot.lookup(".engine-panel .option-form").query().getLayoutBounds().getWidth();
    }

    @Test
    void theTabThatIsShownHasTheTypefaceOfTheOthers(FxRobot robot) {
        robot.interact(() -> demo.window.openTab(1));
        var fonts =
                robot.lookup(".inspector-tab").queryAllAs(ToggleButton.class).stream()
                        .map(ToggleButton::getFont)
                        .distinct()
                        .toList();
        assertEquals(1, fonts.size(), fonts::toString);
    }

    @Test
    void theStarterIsNotOfferedWhileItIsTheChosenModel(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        assertTrue(robot.lookup("#tryStarter").query().isVisible());
        robot.push(KeyCode.ESCAPE);

        robot.interact(() -> demo.chooser.use(DemoParts.STARTER.path()));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        assertFalse(robot.lookup("#tryStarter").query().isVisible());
    }

    @Test
    void aWrongValueInAPanelOutOfSightIsShownInsteadOfAStart(FxRobot robot) {
        robot.interact(() -> demo.window.openTab(1));
        type(robot, "#contextSize", "lots");
        robot.interact(() -> demo.window.openTab(0));
        robot.push(KeyCode.CONTROL, KeyCode.E);

        assertEquals(List.of(), demo.engine.told);
        assertTrue(field(robot, "#contextSize").isFocused());
        String rule = "A whole number of tokens from 1 to 16,777,216, or auto.";
        assertTrue(robot.lookup(rule).tryQuery().isPresent());

        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.E);

        assertEquals(List.of("start"), demo.engine.told);
    }

    @Test
    void aValueForThisModelLeavesTheOthersAlone(FxRobot robot) {
        robot.interact(() -> demo.window.openTab(1));
        robot.interact(() -> robot.lookup("#thisModel").queryAs(ToggleButton.class).fire());
        type(robot, "#contextSize", "1024");
        robot.push(KeyCode.ENTER);
        assertEquals(1024, options().of(DemoParts.MODEL).value(CONTEXT_SIZE));
        assertEquals(4096, options().app().value(CONTEXT_SIZE));

        robot.interact(() -> demo.chooser.use(DemoParts.SMALL));

        assertTrue(robot.lookup("#allModels").queryAs(ToggleButton.class).isSelected());
        assertEquals("4096", field(robot, "#contextSize").getText());
    }

    @Test
    void escapeRestoresTheFieldFirstAndClosesTheCardThen(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        type(robot, "#temperature", "0.5");
        robot.push(KeyCode.ESCAPE);
        assertTrue(robot.lookup(".dialog-card").tryQuery().isPresent());
        assertEquals("", field(robot, "#temperature").getText());

        robot.push(KeyCode.ESCAPE);

        assertFalse(robot.lookup(".dialog-card").tryQuery().isPresent());
        assertFalse(options().app().has(TEMPERATURE));
    }

    @Test
    void escapeClosesTheCardFromAChoiceToo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        robot.interact(() -> robot.lookup(".dialog-card #gpuLayers").query().requestFocus());

        robot.push(KeyCode.ESCAPE);

        assertFalse(robot.lookup(".dialog-card").tryQuery().isPresent());
    }

    @Test
    void aDefaultForAllConversationsIsKept(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        type(robot, "#temperature", "0.5");
        robot.push(KeyCode.TAB);

        var chain = demo.preferences.settings().value().chain();
        assertEquals(0.5, chain.resolve(TEMPERATURE).value());
        assertEquals(Origin.APP, chain.resolve(TEMPERATURE).origin());
    }

    @Test
    void nothingStartsWhileTheCardShowsAWrongValue(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        type(robot, ".dialog-card #port", "80");
        robot.push(KeyCode.CONTROL, KeyCode.E);

        assertEquals(List.of(), demo.engine.told);
        assertTrue(robot.lookup("A whole number from 1024 to 65535.").tryQuery().isPresent());
    }

    @Test
    void whatIsWrongIsForgottenWithItsCard(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        type(robot, ".dialog-card #port", "80");
        robot.push(KeyCode.ENTER);
        robot.interact(() -> demo.window.hideCard());
        robot.push(KeyCode.CONTROL, KeyCode.E);

        assertEquals(List.of("start"), demo.engine.told);
        assertEquals(8080, demo.engine.plans.getFirst().value(PORT));
    }

    private OptionSettings options() {
        return demo.preferences.settings().value().options();
    }

    private TextField field(FxRobot robot, String selector) {
        // What scrolls has its content with its first style.
        robot.interact(() -> demo.look.stage().getScene().getRoot().applyCss());
        return robot.lookup(selector).queryAs(TextField.class);
    }

    private void type(FxRobot robot, String selector, String text) {
        Node field = field(robot, selector);
        robot.interact(field::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
    }
}
