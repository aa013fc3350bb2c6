package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder or a file that holds no engine is refused, and the working one is kept. */
@DisabledOnOs(OS.WINDOWS)
class EngineChoiceJourneyTest extends Journey {
    private Path program(String name, String text) throws Exception {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    @Test
    void whatIsNoEngineIsRefusedByItsPath() throws Exception {
        var empty = Files.createDirectories(folder.resolve("empty"));
        var text = Files.writeString(folder.resolve("notes.txt"), "hello");
        var letter = program("letter", "hello");
        var other = program("bin/other", "#!/bin/sh\necho something else\n");
        var partly =
                program(
                        "partly/llama-server",
                        "#!/bin/sh\necho 'llama-server: error while loading shared libraries:"
                                + " libllama.so: cannot open shared object file' >&2\nexit 127\n");
        try (var app = AppUnderTest.open(data)) {
            var before =
                    app.await("an engine", () -> app.wiring.engineLocation().value().program());
            app.press(KeyCode.CONTROL, KeyCode.COMMA);
            app.awaitShown("Given on the command line:");
            refused(app, empty, "There is no llama-server at " + empty + ".");
            refused(app, text, text + " is not a program");
            refused(app, letter, letter + " is empty, damaged, or built for another system");
            refused(app, other, other + " is a program, but does not answer as llama-server does.");
            refused(app, partly.getParent(), "needs the library libllama.so");
            app.awaitShown("Paddock goes on with " + before + ".");
            assertEquals(Optional.empty(), app.wiring.preferences().settings().value().engine());
            assertEquals(before, app.wiring.engineLocation().value().program().orElseThrow());
            use(app, before.getParent());
            app.await("to be taken", () -> app.wiring.preferences().settings().value().engine());
            app.await("the refusal to go", () -> !app.shows("Paddock goes on with"));
        }
    }

    @Test
    void whatTheCommandLineNamesWronglyIsRefusedBeforeAStartAndTheChoiceCounts() throws Exception {
        var other = program("bin/other", "#!/bin/sh\necho something else\n");
        var real = Path.of(System.getProperty("paddock.engine")).toAbsolutePath();
        try (var app = AppUnderTest.open(data, "--engine=" + other)) {
            app.awaitShown(other + " is a program, but does not answer as llama-server does.");
            app.awaitShown("Choose engine…");
            use(app, real);
            app.await("the choice", () -> app.wiring.preferences().settings().value().engine());
            app.await("an engine", () -> app.wiring.engineLocation().value().program());
            app.await("the refusal to go", () -> !app.shows("does not answer as llama-server"));
        }
    }

    private static void refused(AppUnderTest app, Path place, String why) {
        use(app, place);
        app.awaitShown(why);
    }

    private static void use(AppUnderTest app, Path place) {
        app.robot.interact(() -> app.window.settings().useEngine(place));
    }
}
