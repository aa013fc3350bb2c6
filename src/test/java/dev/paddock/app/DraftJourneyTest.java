package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.files.AppDirs;

import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

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

    @Test
    void draftsThatCannotBeReadAreSetAsideAndThatIsSaid() throws Exception {
        var file = new AppDirs(data).drafts();
        Files.writeString(file, "{\"new\": \"Hel");
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.awaitShown("The old file was kept as " + file + ".unreadable");
        }
    }

    @Test
    void whatCannotBePastedSaysWhyUntilSomethingIsWritten() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.clickFirst("the composer", ".composer .text-area");
            paste(app, content -> content.putImage(new WritableImage(4, 4)));
            app.awaitShown("The picture was not taken: a message holds nothing but text.");
            app.type("x");
            app.await("the hint to go", () -> !app.shows("was not taken"));
            paste(app, content -> content.putFiles(List.of(new File("/tmp/some.pdf"))));
            app.awaitShown("“some.pdf” was not taken: a message holds nothing but text.");
            assertEquals("x", composer(app).getText());
            paste(app, content -> content.putString("yz"));
            app.await("text to be taken", () -> composer(app).getText().equals("xyz"));
        }
    }

    private static void paste(AppUnderTest app, Consumer<ClipboardContent> fill) {
        app.robot.interact(
                () -> {
                    var content = new ClipboardContent();
                    fill.accept(content);
                    Clipboard.getSystemClipboard().setContent(content);
                });
        app.press(KeyCode.CONTROL, KeyCode.V);
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
