package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.paddock.chat.Message;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

/** An answer that was asked for again stays within reach. */
class SiblingsJourneyTest extends Journey {
    private static Message shown(AppUnderTest app) {
        var conversations = app.wiring.conversations();
        var id = conversations.list().value().getFirst().id();
        return conversations.open(id).join().state().value().messages().getLast();
    }

    private static void awaitPlace(AppUnderTest app, String place, Message answer) {
        app.awaitShown(place);
        assertEquals(answer.id(), shown(app).id());
    }

    @Test
    void theFormerAnswerIsOneClickAway() throws Exception {
        Message first;
        Message second;
        try (var app = AppUnderTest.open(data, model.toString(), "--predict=20")) {
            ask(app, "Tell me");
            app.awaitReady();
            awaitEnd(app);
            app.awaitShown("tokens/s");
            first = shown(app);
            assertFalse(app.shows("1 of"));
            app.click("Try again");
            app.awaitShown("2 of 2");
            awaitEnd(app);
            second = shown(app);
            assertFalse(first.id().equals(second.id()));
            app.click("Older answer");
            awaitPlace(app, "1 of 2", first);
            assertEquals(first, shown(app));
            app.click("Newer answer");
            awaitPlace(app, "2 of 2", second);
            app.press(KeyCode.ALT, KeyCode.LEFT);
            awaitPlace(app, "1 of 2", first);
            app.press(KeyCode.ALT, KeyCode.RIGHT);
            awaitPlace(app, "2 of 2", second);
            app.clickFirst("the composer", ".composer .text-area");
            app.press(KeyCode.ALT, KeyCode.LEFT);
            awaitPlace(app, "1 of 2", first);
        }
        try (var again = AppUnderTest.open(data)) {
            awaitPlace(again, "1 of 2", first);
            again.click("Newer answer");
            awaitPlace(again, "2 of 2", second);
        }
    }
}
