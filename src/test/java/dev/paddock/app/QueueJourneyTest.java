package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.Message;
import dev.paddock.files.AppDirs;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What is written on while the real engine answers. */
class QueueJourneyTest extends Journey {
    private static List<String> texts(AppUnderTest app) {
        var conversations = app.wiring.conversations();
        var id = conversations.list().value().getFirst().id();
        return conversations.open(id).join().state().value().messages().stream()
                .map(Message::content)
                .toList();
    }

    private boolean isKept(String text) {
        try {
            return Files.readString(new AppDirs(data).drafts()).contains(text);
        } catch (IOException notYet) {
            return false;
        }
    }

    @Test
    void whatWaitsIsSentNextAndTheRestIsThereAfterARestart() throws Exception {
        try (var app = openEndless()) {
            ask(app, "Tell me");
            app.awaitReady();
            awaitAnswering(app);
            app.type("Then this");
            app.press(KeyCode.ENTER);
            app.awaitShown("This is sent after the answer");
            app.type("And that");
            app.press(KeyCode.ENTER);
            app.awaitShown("These 2 are sent after the answer");
            // What a process that is killed now leaves behind.
            app.await("the disk", () -> isKept("Then this") && isKept("And that"));
            app.click("Send now");
            app.await("the next question", () -> texts(app).contains("Then this"));
            app.awaitShown("This is sent after the answer");
            app.clickFirst("the composer", ".composer-box .text-area");
            app.press(KeyCode.ESCAPE);
            awaitEnd(app);
            app.awaitShown("This waits here");
            assertEquals(4, texts(app).size());
        }
        try (var again = AppUnderTest.open(data)) {
            again.awaitShown("This waits here");
            again.awaitShown("And that");
            again.click("Send now");
            again.awaitReady();
            again.await("the last question", () -> texts(again).contains("And that"));
        }
    }
}
