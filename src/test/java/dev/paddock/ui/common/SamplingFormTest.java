package dev.paddock.ui.common;

import static dev.paddock.option.SamplingOptions.MIN_P;
import static dev.paddock.option.SamplingOptions.REPEAT_PENALTY;
import static dev.paddock.option.SamplingOptions.TEMPERATURE;
import static dev.paddock.option.SamplingOptions.TOP_P;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.Preset;
import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

@ExtendWith(SceneExtension.class)
class SamplingFormTest {
    private static final Origin LEVEL = Origin.CONVERSATION;

    private Stage stage;
    private SamplingForm form;
    private Toolkit kit;
    private OptionChain chain = OptionChain.EMPTY;
    private List<Preset.Named> presets = List.of();

    @Start
    void start(Stage shown) {
        stage = shown;
        var words = new Words();
        kit = new Toolkit(new UiThread(), words, new Views(words), InstantSource.system());
        form = new SamplingForm(kit, this::change, this::keep);
        form.show(presets, chain, LEVEL);
        var scroll = new ScrollPane(form.node());
        scroll.setFitToWidth(true);
        stage.setScene(new Scene(scroll, 340, 700));
        stage.show();
    }

    @Stop
    void stop() {
        stage.hide();
    }

    private void change(Collection<? extends Option<?>> which, UnaryOperator<Options> how) {
        chain = chain.with(LEVEL, how.apply(chain.of(LEVEL)));
        form.show(presets, chain, LEVEL);
    }

    private void keep(List<Preset.Named> all) {
        presets = all;
        form.show(presets, chain, LEVEL);
    }

    @Test
    void aPresetSetsItsValuesAndIsNamedWhileTheyHold(FxRobot robot) {
        assertEquals("None", shownPreset(robot));
        choose(robot, "Creative");

        assertEquals(Preset.Standard.CREATIVE.options(), chain.of(LEVEL));
        assertEquals("1", text(robot, "#temperature"));
        assertEquals("0.95", text(robot, "#topP"));
        assertEquals("1.05", text(robot, "#repeatPenalty"));
        assertEquals("Creative", shownPreset(robot));

        type(robot, "#temperature", "0.4");

        assertEquals("", shownPreset(robot));
        assertEquals("Custom", box(robot).getPromptText());
    }

    @Test
    void aRangeBesideASliderTakesOneLine(FxRobot robot) {
        for (Node range : robot.lookup(".option-range").queryAll()) {
            if (range.getParent().lookup(".slider") != null) {
                assertTrue(range.getLayoutBounds().getWidth() >= ((Label) range).prefWidth(-1) - 1);
            }
        }
    }

    @Test
    void aPresetReplacesAllValuesAndThatCanBeTakenBack(FxRobot robot) {
        type(robot, "#topK", "7");
        assertEquals(List.of(), notices());
        var before = chain.of(LEVEL);
        choose(robot, "Conservative");

        assertEquals(Preset.Standard.CONSERVATIVE.options(), chain.of(LEVEL));
        assertEquals(
                List.of("The preset has taken the place of all values that were set here."),
                notices());
        robot.interact(this::undo);
        assertEquals(before, chain.of(LEVEL));
        assertEquals(List.of(), notices());
    }

    @Test
    void whatReplacedTheValuesIsTakenBackOnlyWhereItWas(FxRobot robot) {
        type(robot, "#topK", "7");
        choose(robot, "Conservative");
        robot.interact(() -> form.finish());
        assertEquals(List.of(), notices());

        type(robot, "#topK", "7");
        choose(robot, "Conservative");
        type(robot, "#temperature", "0.4");
        assertEquals(List.of(), notices());
    }

    @Test
    void noPresetCanBeChosenAgain(FxRobot robot) {
        choose(robot, "Creative");
        choose(robot, "None");

        assertEquals(Options.EMPTY, chain.of(LEVEL));
        assertEquals("None", shownPreset(robot));
        assertEquals(0.8, chain.resolve(TEMPERATURE).value());
    }

    private List<String> notices() {
        return kit.notices().shown().stream().map(Notice::text).toList();
    }

    private void undo() {
        var notice = kit.notices().shown().getFirst();
        kit.notices().act(notice, notice.actions().getFirst());
    }

    @Test
    void ownValuesAreSavedByNameAndChosenAgain(FxRobot robot) {
        type(robot, "#temperature", "0.4");
        robot.clickOn("#savePreset");
        robot.write("Letters");
        robot.push(KeyCode.ENTER);
        assertEquals("Letters", shownPreset(robot));
        var kept = presets.getFirst().options();
        assertEquals(0.4, kept.value(TEMPERATURE));
        assertTrue(kept.has(TOP_P) && kept.has(REPEAT_PENALTY), "the basic ones are kept");
        assertFalse(kept.has(MIN_P), "what nobody set is not");

        choose(robot, "Creative");
        choose(robot, "Letters");

        assertEquals("0.4", text(robot, "#temperature"));
        assertEquals("1", text(robot, "#repeatPenalty"));
    }

    @Test
    void aNameThatCannotBeIsRefusedWithItsReason(FxRobot robot) {
        robot.clickOn("#savePreset");
        robot.push(KeyCode.ENTER);
        assertEquals("A name of 1 to 40 characters.", nameNote(robot));
        robot.write("balanced");
        robot.push(KeyCode.ENTER);
        assertEquals("Balanced comes with Paddock. Choose another name.", nameNote(robot));
        assertTrue(robot.lookup("#presetName").query().isFocused());

        robot.push(KeyCode.ESCAPE);

        assertFalse(robot.lookup("#naming").query().isVisible());
        assertTrue(robot.lookup("#savePreset").query().isFocused());
        assertEquals(List.of(), presets);
    }

    @Test
    void onlyAnOwnPresetCanBeDeleted(FxRobot robot) {
        choose(robot, "Balanced");
        assertFalse(robot.lookup("#deletePreset").query().isVisible());
        var own = new Preset.Named("Cold", Options.of(TEMPERATURE, 0.0));
        robot.interact(() -> keep(List.of(own)));
        choose(robot, "Cold");

        robot.clickOn("#deletePreset");

        assertEquals(List.of(), presets);
        assertEquals("", shownPreset(robot));
        assertEquals("0", text(robot, "#temperature"));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Preset> box(FxRobot robot) {
        return robot.lookup("#preset").queryAs(ComboBox.class);
    }

    /** As the box names it. */
    private static String shownPreset(FxRobot robot) {
        var box = box(robot);
        return box.getConverter().toString(box.getValue());
    }

    private static void choose(FxRobot robot, String name) {
        var box = box(robot);
        robot.interact(
                () ->
                        box.getItems().stream()
                                .filter(each -> box.getConverter().toString(each).equals(name))
                                .findFirst()
                                .ifPresent(box::setValue));
    }

    private static void type(FxRobot robot, String selector, String text) {
        robot.interact(() -> robot.lookup(selector).query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
        robot.push(KeyCode.ENTER);
    }

    private static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAs(TextField.class).getText();
    }

    private static String nameNote(FxRobot robot) {
        Node field = robot.lookup("#nameField").query();
        return ((Label) field.lookup(".field-note")).getText();
    }
}
