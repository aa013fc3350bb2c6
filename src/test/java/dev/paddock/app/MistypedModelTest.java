package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.files.AppDirs;
import dev.paddock.model.TinyModel;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A model on the command line that cannot be used leaves the one that works in its place. */
@Timeout(60)
class MistypedModelTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;
    private Path data;
    private String kept;

    @BeforeEach
    void aModelThatWorks() throws Exception {
        data = folder.resolve("data");
        Path model = folder.resolve("tiny.gguf");
        TinyModel.write(model);
        AppUnderTest.prepare(data, List.of(model), "-t 1");
        kept = Files.readString(settings());
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws Exception {
        assertEquals(Main.FAILED, start("--", "--foo.gguf"));

        String missing = Path.of("--foo.gguf").toAbsolutePath().toString();
        assertTrue(said().contains("There is no file " + missing), said());
        assertEquals(kept, Files.readString(settings()));
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("README.md"), "no model");

        assertEquals(Main.FAILED, start(text.toString()));
        assertEquals(1, said().lines().count(), said());
        assertEquals(kept, Files.readString(settings()));
    }

    private Path settings() {
        return data.resolve("settings.json");
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private int start(String... arguments) throws Exception {
        return new PaddockApp(
                        CommandLine.parse(List.of(arguments)),
                        new AppDirs(data),
                        new Words(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        new PaddockApp.Start() {})
                .run();
    }
}
