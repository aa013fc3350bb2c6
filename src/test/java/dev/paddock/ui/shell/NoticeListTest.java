package dev.paddock.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.chat.SceneRobot;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.Words;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

@ExtendWith(SceneExtension.class)
class NoticeListTest {
    private static final Duration SOON = Duration.ofMillis(400);
    private static final Duration ENOUGH_TO_POINT = Duration.ofSeconds(3);

    private final List<String> done = new ArrayList<>();
    private TextField composer;
    private final FxRobot robot = SceneRobot.get();
    private Toolkit kit;
    private NoticeList list;
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        kit = Toolkit.create(new Words());
        composer = new TextField();
        list = new NoticeList(kit);
        var scene = new Scene(new VBox(list, composer), 900, 600);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
        composer.requestFocus();
    }

    @AfterEach
    void hide() {
        robot.interact(stage::hide);
    }

    @Test
    void severalStandBelowEachOtherAndNothingOverwritesAnything() {
        show(problem("one"), problem("two"), passing("three", Duration.ofHours(1)));
        assertEquals(List.of("Text of two.", "Text of one.", "Text of three."), texts());
        var heights = robot.lookup(".notice").queryAll().stream().map(this::top).toList();
        assertTrue(heights.get(0) < heights.get(1) && heights.get(1) < heights.get(2));
        assertTrue(composer.isFocused(), "nobody is interrupted in writing");
    }

    @Test
    void aNewerOneOfTheSameTopicTakesThePlaceOfTheOlder() {
        show(problem("one"), problem("two"));
        show(Notice.lasting("one", Severity.BAD, "It is worse now."));
        assertEquals(List.of("Text of two.", "It is worse now."), texts());
        robot.interact(() -> kit.notices().withdraw("one"));
        assertEquals(List.of("Text of two."), texts());
    }

    @Test
    void whatAsksForNothingLeavesByItselfAndTheRestStays() {
        show(problem("stays"), passing("leaves", SOON));
        await(() -> texts().equals(List.of("Text of stays.")));
    }

    @Test
    void underThePointerAndWithTheFocusNothingLeaves() {
        show(passing("pointed", ENOUGH_TO_POINT));
        robot.moveTo(label("Text of pointed."));
        robot.interact(
                () -> {
                    kit.notices().show(passing("focused", SOON));
                    dismissOf("focused").requestFocus();
                });
        show(passing("other", ENOUGH_TO_POINT));
        await(() -> !texts().contains("Text of other."));
        assertEquals(List.of("Text of pointed.", "Text of focused."), texts());
        robot.interact(composer::requestFocus);
        await(() -> texts().equals(List.of("Text of pointed.")));
        robot.moveTo(composer);
        await(() -> texts().isEmpty());
        await(() -> list.getHeight() == 0);
    }

    @Test
    void itsButtonDoesWhatItSaysAndTheNoticeGoes() {
        show(problem("one"));
        robot.clickOn("Mend one");
        assertEquals(List.of("one"), done);
        assertEquals(List.of(), texts());
    }

    @Test
    void theKeyboardReachesDismissesAndComesBack() {
        show(problem("one"), problem("two"));
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(list.isFocusWithin(), "reached by the keys");
        robot.interact(() -> button("Mend one").requestFocus());
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of("Text of two."), texts());
        assertTrue(robot.lookup(".notice").query().isFocused(), "the next one has the keys");
        robot.push(KeyCode.SPACE);
        assertEquals(List.of(), done, "meant for what was there before");
        robot.push(KeyCode.TAB);
        assertTrue(button("Mend two").isFocused());
        robot.push(KeyCode.SPACE);
        assertEquals(List.of("two"), done);
        assertEquals(List.of(), texts());
        assertTrue(composer.isFocused(), "back where the person was");
    }

    @Test
    void aScreenReaderHearsWhatItIsAndWhatItsButtonsBelongTo() {
        show(problem("one"));
        var row = robot.lookup(".notice").query();
        assertEquals("Trouble: Text of one.", row.getAccessibleText());
        assertEquals("Text of one.", button("Mend one").getAccessibleHelp());
        assertEquals("Dismiss", dismissOf("one").getAccessibleText());
    }

    @Test
    void manyOfThemLeaveTheWindowToTheRest() {
        robot.moveTo(new Point2D(600, 590));
        for (int i = 0; i < 12; i++) {
            show(problem("number " + i));
        }
        assertEquals(12, texts().size());
        assertTrue(list.getHeight() > 100, list.getHeight() + " high");
        assertTrue(list.getHeight() <= 210, list.getHeight() + " high");
        await(() -> list.getVvalue() == 0);
        assertTrue(top(label("Text of number 11.")) < list.getHeight(), "the newest is in sight");
    }

    @Test
    void theWorstComesFirstAndWhatIsOutOfSightDoesNotLeave() {
        robot.moveTo(new Point2D(600, 590));
        for (int i = 0; i < 7; i++) {
            show(problem("number " + i));
        }
        show(passing("unseen", SOON));
        assertEquals("Text of number 6.", texts().getFirst());
        robot.interact(() -> list.setVvalue(0));
        assertTrue(top(label("Text of unseen.")) > list.getHeight(), "it is out of sight");
        var clock = new Clock(SOON.multipliedBy(3));
        await(clock::over);
        assertTrue(texts().contains("Text of unseen."), "nobody has seen it");

        for (int i = 0; i < 7; i++) {
            String topic = "number " + i;
            robot.interact(() -> kit.notices().withdraw(topic));
        }
        await(() -> texts().isEmpty());
    }

    @Test
    void whileNoWindowShowsItNothingLeaves() {
        robot.interact(stage::hide);
        robot.interact(() -> kit.notices().show(passing("waits", SOON)));
        var clock = new Clock(SOON.multipliedBy(2));
        await(clock::over);
        assertEquals(1, kit.notices().shown().size());
    }

    /** Of the same kind as the one that lets notices leave. */
    private static final class Clock {
        private final AtomicBoolean over = new AtomicBoolean();

        Clock(Duration time) {
            var pause = new PauseTransition(javafx.util.Duration.millis(time.toMillis()));
            pause.setOnFinished(_ -> over.set(true));
            pause.play();
        }

        boolean over() {
            return over.get();
        }
    }

    private Notice problem(String name) {
        return Notice.lasting(
                name,
                Severity.BAD,
                "Text of " + name + ".",
                new Notice.Action("Mend " + name, () -> done.add(name)));
    }

    private static Notice passing(String name, Duration time) {
        return new Notice(
                name, Severity.NEUTRAL, "Text of " + name + ".", List.of(), Optional.of(time));
    }

    private void show(Notice... notices) {
        robot.interact(
                () -> {
                    List.of(notices).forEach(kit.notices()::show);
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                });
    }

    private List<String> texts() {
        return robot.lookup(".notice .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private Node label(String text) {
        return robot.lookup(".notice .label")
                .lookup((Node node) -> node instanceof Label it && it.getText().equals(text))
                .query();
    }

    private ButtonBase button(String name) {
        return robot.lookup(
                        (Node node) -> node instanceof ButtonBase it && name.equals(it.getText()))
                .query();
    }

    private Node dismissOf(String name) {
        return robot.lookup(".notice .icon-button")
                .lookup((Node node) -> ("Text of " + name + ".").equals(node.getAccessibleHelp()))
                .query();
    }

    private double top(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError("waited in vain", late);
        }
    }
}
