package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.Words;

import javafx.scene.control.TextArea;
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
    void theSettingsAreThoseOfTheOneThatIsBeingOpened() {
        var garden = Conversation.untitled("Garden", Samples.NOW);
        var tax = Conversation.untitled("Tax", Samples.NOW.minusSeconds(9));
        put(garden.with("You are a gardener.", Options.EMPTY));
        put(tax.with("You are a clerk.", Options.of(SamplingOptions.MAX_TOKENS, 77)));
        fake.conversations.load().join();
        Stages.await("listed", () -> shows("Garden"));
        robot.clickOn("Garden");
        Stages.await("opened", () -> shows("Tulips?"));
        Stages.await("its settings", () -> prompt().getText().equals("You are a gardener."));
        fake.history.hold();
        robot.clickOn("Tax");
        Stages.await("told", () -> shows("Opening…"));
        assertEquals("You are a clerk.", Stages.onFx(() -> prompt().getText()));
        robot.clickOn(prompt());
        robot.write(" Be brief.");
        robot.clickOn(".composer-box .text-area");
        fake.history.release();
        Stages.await("opened", () -> !shows("Opening…"));
        assertTrue(Stages.onFx(() -> prompt().getText()).contains(" Be brief."));
        Stages.await(
                "kept where it was meant for",
                () ->
                        fake.conversations.list().value().stream()
                                .filter(one -> one.id().equals(tax.id()))
                                .anyMatch(one -> one.systemPrompt().contains(" Be brief.")));
    }

    private TextArea prompt() {
        return (TextArea) stage.getScene().lookup(".chat-settings .text-area");
    }

    private void put(Conversation conversation) {
        var question = Samples.question("Tulips?");
        var answer = Samples.answer(question, "Yes.", "");
        fake.history.put(conversation, List.of(question, answer));
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
