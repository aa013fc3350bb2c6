package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerCounts;
import dev.paddock.chat.ConversationId;
import dev.paddock.signal.Signal;
import dev.paddock.ui.DemoWindow;
import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.shell.WindowViewModel;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is asked before answers are ended, and what is told of what is to follow them. */
@ExtendWith(SceneExtension.class)
class RunningAnswersTest {
    private static final ConversationId ONE = new ConversationId(new UUID(0, 1));
    private static final ConversationId OTHER = new ConversationId(new UUID(0, 2));

    private final Signal<Set<ConversationId>> answering = new Signal<>(Set.of(ONE));
    private final Queued queued = new Queued();
    private DemoWindow demo;
    private RunningAnswers answers;
    private int ended;
    private int waiting;

    @Start
    void start(Stage ignored) {
        demo = DemoWindow.shown(900, 600);
        answers = new RunningAnswers(demo.kit, answering, this::counts, queued, demo.window);
        demo.look.askBeforeClosing(answers::askBeforeQuitting);
    }

    @Stop
    void stop() {
        demo.look.stage().hide();
    }

    private static final class Queued implements WaitingMessages {
        private int count;
        private boolean held;

        @Override
        public int count() {
            return count;
        }

        @Override
        public void hold() {
            held = true;
        }

        @Override
        public void release() {
            held = false;
        }
    }

    private AnswerCounts counts() {
        int all = answering.value().size();
        return new AnswerCounts(0, 0, 0, all - waiting, waiting, 0, 0);
    }

    private void plan(FxRobot robot, String choice) {
        robot.interact(() -> answers.askBeforeStopping(() -> ended++));
        robot.interact(() -> button(robot, choice).orElseThrow().fire());
    }

    private static Optional<Button> button(FxRobot robot, String name) {
        return robot.lookup((Node node) -> node instanceof Button it && name.equals(it.getText()))
                .tryQueryAs(Button.class);
    }

    private List<String> told() {
        return demo.kit.notices().shown().stream().map(Notice::text).toList();
    }

    @Test
    void quittingAskedForAgainIsTheSameQuestionAndItsButtonQuits(FxRobot robot) {
        for (int i = 0; i < 3; i++) {
            robot.push(KeyCode.CONTROL, KeyCode.Q);
            assertTrue(demo.look.stage().isShowing());
        }
        robot.interact(() -> button(robot, "Quit now").orElseThrow().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        assertTrue(demo.look.stage().isShowing());
        robot.push(KeyCode.ENTER);
        assertFalse(demo.look.stage().isShowing());
    }

    @Test
    void whoAsksAgainWhenNothingIsWrittenAnyMoreQuits(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.interact(() -> answering.set(Set.of()));
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        assertFalse(demo.look.stage().isShowing());
    }

    @Test
    void aQuestionThatNobodyCanSeeKeepsNobody(FxRobot robot) {
        var unseen = new WindowViewModel(demo.preferences);
        robot.interact(
                () ->
                        new RunningAnswers(demo.kit, answering, this::counts, queued, unseen)
                                .askBeforeQuitting(() -> ended++));
        assertEquals(1, ended);
    }

    @Test
    void theSameModelIsRestarted(FxRobot robot) {
        robot.interact(() -> answers.askBeforeRestarting(() -> ended++));
        assertShown(
                robot, "An answer is being written. Restarting the engine ends it where it is.");
        robot.interact(() -> button(robot, "Restart it afterwards").orElseThrow().fire());
        assertEquals(List.of("The engine restarts when the answer has ended."), told());
        robot.interact(answers::wentOn);
        robot.interact(() -> answers.askBeforeRestarting(() -> ended++));
        robot.interact(() -> button(robot, "Restart it now").orElseThrow().fire());
        assertEquals(1, ended);
    }

    @Test
    void whatWaitsIsNotBeingWritten(FxRobot robot) {
        waiting = 1;
        robot.interact(() -> answers.askBeforeStopping(() -> ended++));
        assertShown(
                robot,
                "A question waits for its answer. Stopping the engine leaves it without one.");
        robot.interact(() -> answering.set(Set.of(ONE, OTHER)));
        robot.interact(() -> answers.askBeforeStopping(() -> ended++));
        assertShown(
                robot,
                "An answer is being written, and a question waits for its answer."
                        + " Stopping the engine ends them all.");
    }

    private static void assertShown(FxRobot robot, String text) {
        var shown =
                robot.lookup((Node node) -> node instanceof Label it && it.getText().equals(text));
        assertTrue(shown.tryQuery().isPresent(), text);
    }

    @Test
    void whatIsPlannedIsToldUntilItHappens(FxRobot robot) {
        robot.interact(() -> answering.set(Set.of(ONE, OTHER)));
        plan(robot, "Stop it afterwards");
        assertEquals(List.of("The engine stops when the 2 answers have ended."), told());
        robot.interact(() -> answering.set(Set.of(ONE)));
        assertEquals(List.of("The engine stops when the answer has ended."), told());
        assertEquals(0, ended);
        robot.interact(() -> answering.set(Set.of()));
        assertEquals(List.of(), told());
        assertEquals(1, ended);
    }

    @Test
    void whatIsPlannedIsTakenBackWithItsNotice(FxRobot robot) {
        plan(robot, "Stop it afterwards");
        robot.interact(() -> button(robot, "Don’t").orElseThrow().fire());
        plan(robot, "Stop it afterwards");
        robot.interact(() -> demo.kit.notices().dismiss(demo.kit.notices().shown().getFirst()));
        robot.interact(() -> answering.set(Set.of()));
        assertEquals(0, ended);
        assertEquals(List.of(), told());
    }

    @Test
    void whoGoesOnIsNotSurprised(FxRobot robot) {
        var word = "The engine does not stop any more when the answers end, because you went on.";
        plan(robot, "Stop it afterwards");
        robot.interact(answers::wentOn);
        assertEquals(List.of(word), told());
        robot.interact(() -> demo.kit.notices().withdraw("answers.dropped"));
        plan(robot, "Stop it afterwards");
        robot.interact(() -> answering.set(Set.of(ONE, OTHER)));
        assertEquals(List.of(word), told());
        robot.interact(() -> answering.set(Set.of()));
        assertEquals(0, ended);
    }

    @Test
    void anotherQuestionLeavesThePlanUntilItIsAnswered(FxRobot robot) {
        plan(robot, "Stop it afterwards");
        robot.interact(() -> answers.askBeforeLoading("tiny", () -> ended += 10));
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of("The engine stops when the answer has ended."), told());
        robot.interact(() -> answers.askBeforeLoading("tiny", () -> ended += 10));
        robot.interact(() -> button(robot, "Load it afterwards").orElseThrow().fire());
        assertEquals(List.of("tiny is loaded when the answer has ended."), told());
        robot.interact(() -> answering.set(Set.of()));
        assertEquals(10, ended);
    }

    @Test
    void whatIsQueuedIsToldAndHeldUntilThePlanIsDropped(FxRobot robot) {
        queued.count = 2;
        robot.interact(() -> answers.askBeforeQuitting(() -> ended++));
        assertShown(
                robot,
                "An answer is being written. Quitting ends it where it is."
                        + " 2 messages wait to be sent and are kept.");
        robot.interact(() -> button(robot, "Quit afterwards").orElseThrow().fire());
        assertTrue(queued.held);
        robot.interact(answers::wentOn);
        assertFalse(queued.held);
        robot.interact(() -> answers.askBeforeQuitting(() -> ended++));
        robot.interact(() -> button(robot, "Quit afterwards").orElseThrow().fire());
        robot.interact(() -> answering.set(Set.of()));
        assertEquals(1, ended);
        assertTrue(queued.held, "the answer may be about to send the next");
    }
}
