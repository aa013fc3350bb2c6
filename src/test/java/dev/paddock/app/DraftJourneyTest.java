package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.files.AppDirs;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was written and not sent is there again. */
class DraftJourneyTest extends Journey {
    @Test
    void draftsOfAConversationAndOfTheNextSurviveTheEnd() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            ask(app, "Tell me");
            app.awaitShown("tokens/s");
            app.clickFirst("the composer", ".composer .text-area");
            app.type("and then");
            app.press(KeyCode.CONTROL, KeyCode.N);
            app.await("an empty composer", () -> composer(app).getText().isEmpty());
            app.type("something else");
        }
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.await("the draft", () -> composer(app).getText().equals("something else"));
            assertEquals(14, composer(app).getCaretPosition());
            app.clickText("Tell me");
            app.await("the other draft", () -> composer(app).getText().equals("and then"));
            app.await("the caret", () -> composer(app).getCaretPosition() == 8);
            app.press(KeyCode.CONTROL, KeyCode.N);
            app.await("the first draft", () -> composer(app).getText().equals("something else"));
        }
    }

    @Test
    void aDraftSurvivesACrashAndIsWrittenOnlyWhenItChanges() throws Exception {
        Path after = folder.resolve("after");
        Path file = new AppDirs(data).drafts();
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.clickFirst("the composer", ".composer .text-area");
            app.type("half a question");
            app.await("the disk", () -> holds(file, "half a question"));
            var written = Files.getLastModifiedTime(file);
            app.press(KeyCode.LEFT);
            app.press(KeyCode.CONTROL, KeyCode.I);
            // What a process that is killed now leaves behind.
            copy(data, after);
            assertEquals(written, Files.getLastModifiedTime(file));
        }
        try (var app = AppUnderTest.open(after, model.toString())) {
            app.await("the draft", () -> composer(app).getText().equals("half a question"));
            ask(app, "");
            awaitEnd(app);
            app.await("nothing to be kept", () -> !holds(new AppDirs(after).drafts(), "half"));
            assertTrue(composer(app).getText().isEmpty());
        }
    }

    private static TextArea composer(AppUnderTest app) {
        return app.robot.lookup(".composer .text-area").queryAs(TextArea.class);
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.exists(file) && Files.readString(file).contains(text);
        } catch (IOException replacedMeanwhile) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(each));
                Files.createDirectories(target.getParent());
                if (!each.getFileName().toString().startsWith("paddock.")) {
                    Files.copy(each, target);
                }
            }
        }
    }
}
