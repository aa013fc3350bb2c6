package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.Role;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Who writes on while an answer is on its way loses nothing and waits for nothing. */
class QueueOnScreenTest extends ChatOnScreen {
    private static final String SENT = "This is sent after the answer";
    private static final String WAITS = "This waits here";

    @Test
    void enterQueuesAndTheAnswerSendsIt() {
        ask("one");
        queue("two");
        assertTrue(Stages.onFx(() -> shows(SENT) && input().getText().isEmpty()));
        assertEquals(1, fake.backend.requests.size());
        answer("First.");
        Stages.await("sent", () -> fake.backend.requests.size() == 2);
        assertEquals(
                List.of(
                        new Turn(Role.USER, "one"),
                        new Turn(Role.ASSISTANT, "First."),
                        new Turn(Role.USER, "two")),
                fake.backend.requests.getLast().turns());
        Stages.await("gone from above", () -> !shows(SENT));
        answer("Second.");
        Stages.await("answered", () -> shows("Second."));
    }

    @Test
    void whatWaitsIsEditedByTheKeys() {
        ask("one");
        queue("two");
        focus("Edit what waits");
        robot.type(KeyCode.SPACE);
        Stages.await("an editor", () -> stage.getScene().getFocusOwner() instanceof TextArea);
        robot.write(" and a half").type(KeyCode.ENTER);
        Stages.await("changed", () -> shows("two and a half") && input().isFocused());
        answer("First.");
        Stages.await("sent", () -> fake.backend.requests.size() == 2);
        assertEquals("two and a half", fake.backend.requests.getLast().turns().getLast().content());
    }

    @Test
    void whatWaitsIsRemovedAndBroughtBack() {
        ask("one");
        queue("two");
        focus("Remove what waits");
        robot.type(KeyCode.SPACE);
        Stages.await("removed", () -> !shows(SENT) && shows("A message that waited was removed."));
        robot.clickOn((Node) one(Button.class, it -> "Undo".equals(it.getText())));
        Stages.await("back", () -> shows(SENT) && shows("two"));
    }

    @Test
    void aStoppedAnswerLeavesItWaitingUntilItIsSentNow() {
        ask("one");
        fake.backend.say("Half");
        Stages.await("half", () -> shows("Half"));
        queue("two");
        robot.type(KeyCode.ESCAPE);
        Stages.await("waits", () -> shows(WAITS) && shows("You stopped this answer."));
        assertEquals(1, fake.backend.requests.size());
        focus("Send now");
        robot.type(KeyCode.SPACE);
        Stages.await("sent", () -> fake.backend.requests.size() == 2 && !shows(WAITS));
    }

    @Test
    void escKeepsWhatWasMadeOfAMessageThatWaits() {
        ask("one");
        queue("two");
        focus("Edit what waits");
        robot.type(KeyCode.SPACE);
        Stages.await("its keys", () -> shows("Enter saves, Shift+Enter starts a new line, Esc"));
        robot.write(" and a half").type(KeyCode.ESCAPE);
        Stages.await("closed", () -> shows("two") && input().isFocused());
        focus("Edit what waits");
        robot.type(KeyCode.SPACE);
        Stages.await("again", () -> "two and a half".equals(writtenIn()));
    }

    private String writtenIn() {
        return stage.getScene().getFocusOwner() instanceof TextArea area ? area.getText() : "";
    }

    @Test
    void theNewestOfManyIsInSightAndSaysThatThereIsMore() {
        ask("one");
        for (int i = 0; i < 8; i++) {
            queue("message " + i);
        }
        Stages.runOnFx(() -> input().setText("the last\nof two lines"));
        robot.type(KeyCode.ENTER);
        Stages.await("queued", () -> shows("the last …"));
        Stages.pulses(3);
        Node last = one(Label.class, it -> "the last …".equals(it.getText()));
        Node pane = one(ScrollPane.class, it -> it.getParent() instanceof QueueView);
        assertTrue(
                Stages.onFx(
                        () ->
                                pane.localToScene(pane.getLayoutBounds())
                                        .contains(last.localToScene(4, 4))));
        assertTrue(Stages.onFx(() -> shows("These 9 are sent after the answer, one by one.")));
    }

    @Test
    void theSecondClickOfTwoPressesNothing() {
        ask("one");
        queue("two");
        queue("three");
        clickAgain("Remove what waits", 1);
        Stages.await("removed", () -> !shows("two"));
        clickAgain("Remove what waits", 2);
        assertTrue(Stages.onFx(() -> shows("three")));
        clickAgain("Remove what waits", 1);
        Stages.await("removed", () -> !shows("three"));
    }

    private void clickAgain(String name, int count) {
        Stages.pulses(2);
        Node button = one(Button.class, it -> name.equals(it.getAccessibleText()));
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Stages.runOnFx(() -> Event.fireEvent(button, mouse(type, button, count)));
        }
        Stages.pulses(2);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Node target, int count) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        return new MouseEvent(
                type,
                3,
                3,
                3,
                3,
                MouseButton.PRIMARY,
                count,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                new PickResult(target, 3, 3));
    }

    @Test
    void theListMarksWhatGoesOnAndWhatWasNotSeen() {
        ask("one");
        queue("two");
        Stages.await("counted", () -> shows("+1"));
        Stages.runOnFx(views::newConversation);
        Stages.await("another", () -> !shows(SENT));
        answer("First.");
        Stages.await("the next", () -> fake.backend.requests.size() == 2);
        answer("Second.");
        Stages.await("unread", () -> marked("one, a new answer"));
        var id = fake.conversations.list().value().getFirst().id();
        Stages.runOnFx(() -> views.show(id));
        Stages.await("read", () -> marked("one") && shows("Second."));
    }

    private boolean marked(String name) {
        return all().stream()
                .anyMatch(
                        it ->
                                it instanceof ConversationCell
                                        && name.equals(it.getAccessibleText()));
    }

    private void queue(String text) {
        Stages.await("on its way", () -> !fake.conversations.answering().value().isEmpty());
        Stages.await("told", () -> shows("An answer is on its way."));
        robot.clickOn(".composer-box .text-area").write(text).type(KeyCode.ENTER);
        Stages.await("queued", () -> shows(text) && input().getText().isEmpty());
    }

    private void answer(String reply) {
        fake.backend.say(reply);
        fake.backend.finish();
    }

    private void focus(String name) {
        Stages.pulses(2);
        Node button = one(Button.class, it -> name.equals(it.getAccessibleText()));
        Stages.runOnFx(button::requestFocus);
        Stages.pulses(2);
    }
}
