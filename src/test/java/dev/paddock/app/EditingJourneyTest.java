package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A question is changed, an answer goes on, over a restart, with the keys and the real engine. */
class EditingJourneyTest extends Journey {
    private static List<Message> messages(AppUnderTest app) {
        var conversations = app.wiring.conversations();
        var id = conversations.list().value().getFirst().id();
        return conversations.open(id).join().state().value().messages();
    }

    /** Of the answer that is being written. */
    private static int length(AppUnderTest app) {
        var conversations = app.wiring.conversations();
        var id = conversations.list().value().getFirst().id();
        return conversations
                .open(id)
                .join()
                .state()
                .value()
                .live()
                .map(live -> live.content().length())
                .orElse(0);
    }

    @Test
    void anEditedQuestionIsAnsweredAndBothVersionsAreThereAfterARestart() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString(), "--predict=8")) {
            ask(app, "Tell me");
            app.awaitReady();
            awaitEnd(app);
            app.awaitShown("tokens/s");
            app.clickFirst("the composer", ".composer .text-area");
            app.press(KeyCode.UP);
            app.awaitShown("Save and ask");
            app.type(" more");
            app.press(KeyCode.CONTROL, KeyCode.ENTER);
            app.awaitShown("2 of 2");
            awaitEnd(app);
            assertEquals("Tell me more", messages(app).getFirst().content());
            assertEquals(2, messages(app).size());
            app.press(KeyCode.F2);
            app.awaitShown("Save and ask");
            app.type(" of it");
            app.press(KeyCode.ESCAPE);
            app.await("the editor to close", () -> !app.shows("Save and ask"));
        }
        try (var again = AppUnderTest.open(data)) {
            again.awaitShown("2 of 2");
            again.press(KeyCode.ALT, KeyCode.LEFT);
            again.awaitShown("1 of 2");
            assertEquals("Tell me", messages(again).getFirst().content());
            again.press(KeyCode.ALT, KeyCode.RIGHT);
            again.awaitShown("2 of 2");
            again.press(KeyCode.F2);
            again.awaitShown("Tell me more of it");
        }
    }

    @Test
    void aStoppedAnswerGoesOnWhereItWasStopped() throws Exception {
        try (var app = openEndless()) {
            ask(app, "Tell me");
            app.awaitReady();
            awaitAnswering(app);
            app.await("something to go on from", () -> length(app) > 0);
            app.press(KeyCode.ESCAPE);
            awaitEnd(app);
            app.awaitShown("You stopped this answer.");
            var stopped = messages(app).getLast();
            assertEquals(MessageStatus.STOPPED, stopped.status());

            app.click("Continue");
            app.await("the answer to be longer", () -> length(app) > stopped.content().length());
            app.press(KeyCode.ESCAPE);
            awaitEnd(app);
            app.awaitShown("You stopped this answer.");
            var longer = messages(app).getLast();
            assertEquals(stopped.id(), longer.id());
            assertTrue(longer.content().startsWith(stopped.content()));
            assertTrue(longer.content().length() > stopped.content().length());
            int before = stopped.statistics().orElseThrow().completionTokens();
            assertTrue(longer.statistics().orElseThrow().completionTokens() > before);
        }
    }
}
