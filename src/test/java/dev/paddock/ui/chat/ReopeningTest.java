package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.Words;

import javafx.scene.layout.BorderPane;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** What is in the middle until the conversation to reopen is there. */
class ReopeningTest extends ChatOnScreen {
    private static final String GREETING = "What would you like to know?";

    @Test
    void nothingIsGreetedUntilTheLastConversationIsThere() {
        assertTrue(shows(GREETING), "nothing is to be reopened");
        ask("how?");
        fake.backend.say("so");
        fake.backend.finish();
        Stages.await("answered", () -> shows("so"));
        reopen(fake.conversations.list().value().getFirst().id().value().toString());
        assertFalse(shows(GREETING));
        fake.conversations.load().join();
        Stages.await("reopened", () -> shows("how?"));
        assertFalse(shows(GREETING));
        Stages.runOnFx(views::newConversation);
        Stages.await("another one", () -> shows(GREETING));
    }

    @Test
    void aSlowDiskIsSaidAndTheChosenOneIsMarked() {
        var garden = Conversation.untitled("Garden", Samples.NOW);
        var question = Samples.question("Tulips?");
        fake.history.put(garden, List.of(question, Samples.answer(question, "Yes.", "")));
        fake.conversations.load().join();
        fake.history.hold();
        Stages.await("listed", () -> shows("Garden"));
        robot.clickOn("Garden");
        Stages.await("told", () -> shows("Opening…"));
        assertFalse(shows(GREETING));
        fake.history.release();
        Stages.await("opened", () -> shows("Tulips?") && !shows("Opening…"));
    }

    @Test
    void whoWritesBeforeTheLastConversationIsThereGoesOnWithThat() {
        ask("how?");
        fake.backend.finish();
        var kept = fake.conversations.list().value().getFirst().id().value().toString();
        reopen(kept);
        Stages.runOnFx(() -> input().setText("quickly"));
        fake.conversations.load().join();
        Stages.await("greeted", () -> shows(GREETING));
        assertEquals("quickly", input().getText());
    }

    @Test
    void oneThatIsNotThereAnyMoreLeavesTheGreeting() {
        reopen("gone");
        assertFalse(shows(GREETING));
        fake.conversations.load().join();
        Stages.await("greeted", () -> shows(GREETING));
    }

    /** As the next start does, before the list is read. */
    private void reopen(String last) {
        fake.preferences.change(
                settings ->
                        settings.withWindow(
                                settings.window()
                                        .withOpen(now -> now.withConversation(Optional.of(last)))));
        Stages.runOnFx(
                () -> {
                    var kit = Toolkit.create(new Words());
                    views = new ChatViews(kit, fake.services());
                    stage.getScene().setRoot(new BorderPane(views.conversation()));
                });
        Stages.pulses(2);
    }
}
