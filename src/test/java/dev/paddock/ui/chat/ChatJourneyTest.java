package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.connection.Readiness;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Conversations as a person leads them: asked, stopped, renamed, deleted. */
class ChatJourneyTest extends ChatOnScreen {
    private static final String WAITS =
            "Your message is sent when the engine is ready. Esc keeps it here.";
    private static final String COMPLETE =
            "The answer is complete. Enter sends, Shift+Enter starts a new line";

    @Test
    void enterSendsShiftEnterBreaksEscapeStops() {
        robot.write("first line");
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        robot.write("second line");
        assertEquals("first line\nsecond line", Stages.onFx(() -> input().getText()));
        robot.type(KeyCode.ENTER);
        Stages.await("sent", () -> !fake.backend.requests.isEmpty());
        assertEquals(
                "first line\nsecond line",
                fake.backend.requests.getFirst().turns().getLast().content());
        assertEquals("", Stages.onFx(() -> input().getText()));

        fake.backend.say("Some words");
        Stages.await("streamed", () -> shows("Some words"));
        robot.write("next");
        robot.type(KeyCode.ESCAPE);
        Stages.await("stopped", () -> shows("You stopped this answer."));
        assertTrue(Stages.onFx(() -> shows("Some words")));
        Stages.await("the keys", () -> shows("Enter sends, Shift+Enter starts a new line"));
        assertFalse(Stages.onFx(() -> shows(COMPLETE)));
        assertEquals("next", Stages.onFx(() -> input().getText()));
    }

    @Test
    void aBrokenAnswerCanBeAskedForAgain() {
        ask("again?");
        Stages.runOnFx(views::stop);
        Stages.await("stopped", () -> shows("You stopped this answer."));
        robot.clickOn((Node) one(Button.class, it -> "Try again".equals(it.getText())));
        Stages.await("asked again", () -> fake.backend.requests.size() == 2);
        fake.backend.say("Here it is.");
        fake.backend.finish();
        Stages.await("answered", () -> shows("Here it is."));
        Stages.await("complete", () -> shows(COMPLETE));
        assertFalse(Stages.onFx(() -> shows("You stopped this answer.")));
    }

    @Test
    void sendingWaitsForTheEngineAndSaysSo() {
        fake.readiness.set(Readiness.STOPPED);
        Stages.await("said", () -> shows("The engine is off. Sending starts it."));
        robot.write("hello");
        robot.type(KeyCode.ENTER);
        Stages.await("asked for", () -> fake.starts.get() == 1);
        fake.readiness.set(Readiness.STARTING);
        Stages.await("waits", () -> shows(WAITS));
        assertEquals("hello", Stages.onFx(() -> input().getText()));
        fake.readiness.set(Readiness.READY);
        Stages.await("sent", () -> fake.backend.requests.size() == 1);
        assertEquals("", Stages.onFx(() -> input().getText()));
        assertFalse(Stages.onFx(() -> shows(WAITS)));
    }

    @Test
    void escapeKeepsWhatWaitsForTheEngine() {
        fake.readiness.set(Readiness.LOADING);
        Stages.await(
                "said", () -> shows("The model is loading… Enter sends as soon as it is ready."));
        robot.write("hello");
        robot.type(KeyCode.ENTER);
        Stages.await("waits", () -> shows(WAITS));
        robot.type(KeyCode.ESCAPE);
        Stages.await("kept", () -> !shows(WAITS));
        fake.readiness.set(Readiness.READY);
        Stages.pulses(2);
        assertEquals("hello", Stages.onFx(() -> input().getText()));
        assertTrue(fake.backend.requests.isEmpty());
    }

    @Test
    void deletingIsTakenBackAndRenamingIsDoneInPlace() {
        fake.history.put(
                Conversation.untitled("Old name", Samples.NOW.minus(Duration.ofHours(1))),
                Samples.many(2));
        fake.conversations.load();
        Stages.await("listed", () -> shows("Old name"));
        robot.clickOn((Node) one(Labeled.class, it -> "Old name".equals(it.getText())));
        robot.type(KeyCode.F2);
        Stages.pulses(2);
        robot.write("New name").type(KeyCode.ENTER);
        Stages.await("renamed", () -> shows("New name") && !shows("Old name"));

        robot.type(KeyCode.DELETE);
        Stages.await("gone", () -> shows("Deleted “New name”"));
        Stages.await("out of the list", () -> list().getItems().isEmpty());
        robot.clickOn((Node) one(Button.class, it -> "Undo".equals(it.getText())));
        Stages.await("back", () -> list().getItems().size() == 2);
    }

    @Test
    void anAnswerThatWasDeletedOnItsWaySaysSoWhenThatIsUndone() {
        ask("long?");
        fake.backend.say("Some words");
        Stages.await("streamed", () -> shows("Some words"));
        robot.clickOn(Stages.onFx(() -> list().lookup(".conversation-cell .label")));
        robot.type(KeyCode.DELETE);
        Stages.await("gone", () -> list().getItems().isEmpty());
        robot.clickOn((Node) one(Button.class, it -> "Undo".equals(it.getText())));
        Stages.await("back", () -> shows("Some words"));
        assertTrue(
                Stages.onFx(
                        () ->
                                shows(
                                        "The conversation was deleted while this was being"
                                                + " answered.")));
        assertFalse(Stages.onFx(() -> shows("You stopped this answer.")));
    }

    /** Opening a large history of an earlier version takes seconds. */
    @Test
    void saysThatThereAreNoneOnlyWhenItHasLooked() {
        String opening = "Opening your conversations…";
        String none = "No conversations yet.\nYour first message starts one.";
        Stages.await("opening", () -> shows(opening) && !shows(none));
        fake.conversations.load();
        Stages.await("looked", () -> shows(none) && !shows(opening));
    }

    @Test
    void manyConversationsAreListedQuickly() {
        for (int i = 0; i < 2_000; i++) {
            fake.history.put(
                    Conversation.untitled("Number " + i, Samples.NOW.minus(Duration.ofHours(i))),
                    List.of());
        }
        fake.conversations.load();
        Stages.await("listed", () -> list().getItems().size() > 2_000);
        Stages.await("shown", () -> shows("Number 3"));
    }

    private ListView<?> list() {
        return (ListView<?>) stage.getScene().lookup(".conversations");
    }
}
