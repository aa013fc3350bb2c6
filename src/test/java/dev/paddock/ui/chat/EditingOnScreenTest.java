package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatRequest.Turn;
import dev.paddock.chat.Role;
import dev.paddock.ui.common.ContextMenus;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Messages are changed in their place, by the keys alone. */
class EditingOnScreenTest extends ChatOnScreen {
    @Test
    void anEditedQuestionIsAskedAndTheOldOneStaysBesideIt() {
        exchange("how?", "So.");
        robot.type(KeyCode.UP);
        awaitEditor("how?");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write("why?");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        Stages.await("asked", () -> fake.backend.requests.size() == 2);
        assertEquals(List.of(new Turn(Role.USER, "why?")), fake.backend.requests.getLast().turns());
        answer("Because.");
        Stages.await("answered", () -> shows("Because.") && shows("2 of 2"));
        assertTrue(Stages.onFx(() -> editor().isEmpty() && input().isFocused()));

        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        Stages.await("the old one", () -> shows("So.") && shows("how?") && shows("1 of 2"));
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        Stages.await("the new one", () -> shows("Because.") && shows("why?"));
    }

    @Test
    void anEditIsSavedWithoutAsking() {
        exchange("how?", "So.");
        robot.type(KeyCode.F2);
        awaitEditor("how?");
        assertTrue(button("Save without asking").isDisabled());
        robot.write(" exactly?");
        click("Save without asking");
        Stages.await("saved", () -> shows("how? exactly?") && shows("2 of 2"));
        assertFalse(Stages.onFx(() -> shows("So.")));
        assertEquals(1, fake.backend.requests.size());
        Stages.await("told", () -> shows("The last question has no answer; “Ask” in its menu"));
        choose("Ask");
        Stages.await("asked", () -> fake.backend.requests.size() == 2);
        answer("Exactly so.");
        Stages.await("complete", () -> shows("Exactly so.") && shows("The answer is complete."));
        assertTrue(Stages.onFx(() -> shows("2 of 2")));
    }

    @Test
    void whoEditsWhileAnAnswerIsOnItsWayIsTold() {
        exchange("how?", "So.");
        Stages.runOnFx(() -> views.type("next"));
        robot.type(KeyCode.ENTER);
        Stages.await("asked", () -> fake.backend.requests.size() == 2);
        Stages.await("busy", () -> shows("An answer is on its way. Esc stops it."));
        robot.type(KeyCode.F2);
        var told = "Messages are edited, and other versions shown, when the answer has ended.";
        Stages.await("told", () -> shows(told));
        assertTrue(Stages.onFx(() -> editor().isEmpty()));
    }

    @Test
    void escLosesNothing() {
        exchange("how?", "So.");
        robot.type(KeyCode.F2);
        awaitEditor("how?");
        robot.write(" I never");
        robot.type(KeyCode.ESCAPE);
        Stages.await("closed", () -> editor().isEmpty() && shows("So."));
        assertTrue(Stages.onFx(() -> input().isFocused() && input().getText().isEmpty()));
        robot.type(KeyCode.F2);
        awaitEditor("how? I never");
        click("Discard changes");
        awaitEditor("how?");
        robot.type(KeyCode.ESCAPE).type(KeyCode.F2);
        awaitEditor("how?");
    }

    @Test
    void anAnswerIsEditedAndSaysSo() {
        exchange("how?", "So.");
        choose("Edit");
        awaitEditor("So.");
        assertFalse(Stages.onFx(() -> shows("Save without asking")));
        robot.write(" And so.");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        Stages.await("saved", () -> shows("So. And so.") && shows("Edited by you"));
        assertTrue(Stages.onFx(() -> shows("2 of 2")));
        assertEquals(1, fake.backend.requests.size());
    }

    @Test
    void nothingIsEditedWhileAnAnswerIsOnItsWay() {
        exchange("how?", "So.");
        robot.type(KeyCode.F2);
        awaitEditor("how?");
        Stages.runOnFx(() -> views.type("next"));
        robot.type(KeyCode.ENTER);
        Stages.await("asked", () -> fake.backend.requests.size() == 2);
        Stages.await("told", () -> shows("This can be saved when it has ended."));
        assertTrue(button("Save and ask").isDisabled());
        answer("Then.");
        Stages.await("ended", () -> !button("Save and ask").isDisabled());
    }

    @Test
    void anEarlierAnswerIsAskedForAgain() {
        exchange("how?", "So.");
        exchange("and?", "Then.");
        var again =
                all().stream()
                        .filter(Button.class::isInstance)
                        .filter(it -> "Try again".equals(it.getAccessibleText()) && isShown(it))
                        .min((a, b) -> Double.compare(y(a), y(b)))
                        .orElseThrow();
        robot.clickOn(again);
        Stages.await("asked", () -> fake.backend.requests.size() == 3);
        answer("Otherwise.");
        Stages.await("shown", () -> shows("Otherwise.") && shows("2 of 2") && !shows("Then."));
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        Stages.await("all of the former", () -> shows("So.") && shows("Then."));
    }

    @Test
    void aStoppedAnswerIsContinuedInItsOwnMessage() {
        ask("how?");
        fake.backend.say("One half ");
        Stages.await("half", () -> shows("One half"));
        robot.type(KeyCode.ESCAPE);
        Stages.await("stopped", () -> shows("You stopped this answer."));
        click("Continue");
        Stages.await("asked", () -> fake.backend.requests.size() == 2);
        assertEquals(
                new Turn(Role.ASSISTANT, "One half "),
                fake.backend.requests.getLast().turns().getLast());
        answer("and the other.");
        Stages.await("whole", () -> shows("One half and the other."));
        assertFalse(Stages.onFx(() -> shows("You stopped this answer.") || shows("2 of 2")));
    }

    @Test
    void whatIsDeletedComesBack() {
        exchange("how?", "So.");
        exchange("and?", "Then.");
        choose("Delete this message");
        Stages.await("gone", () -> !reads("Then.") && shows("Deleted the message “Then.”"));
        click("Undo");
        Stages.await("back", () -> reads("Then."));
        menuAt("how?", "Delete from here on");
        Stages.await(
                "all gone", () -> !reads("So.") && shows("Deleted 4 messages, from “how?” on"));
        click("Undo");
        Stages.await("all back", () -> reads("So.") && reads("Then."));
    }

    @Test
    void aBranchBecomesAConversationOfItsOwn() {
        exchange("how?", "So.");
        exchange("and?", "Then.");
        menuAt("So.", "Branch from here into a new conversation");
        Stages.await("listed", () -> shows("how? (branch)"));
        Stages.await("open", () -> shows("So.") && !shows("Then."));
        exchange("or?", "Or.");
        assertEquals(
                List.of("how?", "So.", "or?"),
                fake.backend.requests.getLast().turns().stream().map(Turn::content).toList());
        assertEquals(2, fake.conversations.list().value().size());
    }

    private void exchange(String question, String reply) {
        int asked = fake.backend.requests.size();
        Stages.runOnFx(() -> input().setText(question));
        robot.clickOn(".composer .text-area").type(KeyCode.ENTER);
        Stages.await("asked", () -> fake.backend.requests.size() > asked);
        answer(reply);
        Stages.await("ended", () -> shows(reply) && input().getText().isEmpty());
        robot.clickOn(".composer .text-area");
    }

    private void answer(String reply) {
        fake.backend.say(reply);
        fake.backend.finish();
        Stages.await(
                "ended", () -> shows(reply) && fake.conversations.answering().value().isEmpty());
        Stages.pulses(2);
    }

    /** In the transcript. */
    private boolean reads(String text) {
        return all().stream()
                .anyMatch(
                        it ->
                                it instanceof Text run
                                        && text.equals(run.getText())
                                        && run.getStyleClass().contains("run")
                                        && isShown(it));
    }

    private Optional<TextArea> editor() {
        return Optional.ofNullable(stage.getScene().lookup(".message-editor .text-area"))
                .filter(ChatOnScreen::isShown)
                .map(TextArea.class::cast);
    }

    private void awaitEditor(String text) {
        Stages.await(
                "an editor of “" + text + "”",
                () ->
                        editor().filter(it -> it.isFocused() && it.getText().equals(text))
                                .isPresent());
    }

    private Button button(String name) {
        return Stages.onFx(
                () ->
                        all().stream()
                                .filter(Button.class::isInstance)
                                .map(Button.class::cast)
                                .filter(it -> name.equals(it.getText()) && isShown(it))
                                .findFirst()
                                .orElseThrow());
    }

    private void click(String name) {
        Stages.await(
                name,
                () ->
                        all().stream()
                                .anyMatch(
                                        it ->
                                                it instanceof Button button
                                                        && name.equals(button.getText())
                                                        && isShown(it)));
        robot.clickOn((Node) button(name));
    }

    private static double y(Node node) {
        return node.localToScene(0, 0).getY();
    }

    /** From the menu of the newest message, by the keyboard. */
    private void choose(String item) {
        Stages.pulses(2);
        Stages.runOnFx(() -> ContextMenus.request(stage.getScene().lookup(".rows-pane")));
        fire(item);
    }

    private void menuAt(String text, String item) {
        Stages.pulses(2);
        robot.rightClickOn((Node) one(Text.class, it -> text.equals(it.getText())));
        fire(item);
    }

    private void fire(String item) {
        Stages.await("a menu", () -> menu().isPresent());
        Stages.runOnFx(
                () -> {
                    var menu = menu().orElseThrow();
                    menu.getItems().stream()
                            .filter(it -> item.equals(it.getText()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    menu.hide();
                });
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(ContextMenu::isShowing)
                .findFirst();
    }
}
