package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.Failure;
import dev.paddock.engine.FailureException;
import dev.paddock.llama.process.EngineLocator.Found;
import dev.paddock.llama.process.EngineLocator.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class EngineLocatorTest {
    @TempDir Path folder;

    private Path engine(String place) throws IOException {
        var file = folder.resolve(place).resolve("llama-server");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private EngineLocator locator(Map<String, String> environment) {
        return new EngineLocator(List.of(folder.resolve("app/engine")), environment, false);
    }

    @Test
    void takesTheFirstPlaceThatNamesOne() throws Exception {
        var line = engine("line");
        var settings = engine("settings/bin");
        var bundled = engine("app/engine");
        var variable = engine("variable");
        var path = engine("path");
        var environment =
                Map.of(
                        "PADDOCK_ENGINE",
                        variable.toString(),
                        "PATH",
                        folder.resolve("none") + ":" + path.getParent());
        var none = Optional.<Path>empty();
        var inSettings = Optional.of(folder.resolve("settings"));
        var locator = locator(environment);
        assertEquals(
                new Found(line, Source.COMMAND_LINE),
                locator.locate(Optional.of(line.getParent()), inSettings));
        assertEquals(new Found(settings, Source.SETTINGS), locator.locate(none, inSettings));
        assertEquals(new Found(bundled, Source.BUNDLED), locator.locate(none, none));
        Files.delete(bundled);
        assertEquals(new Found(variable, Source.ENVIRONMENT), locator.locate(none, none));
        assertEquals(
                new Found(path, Source.PATH),
                locator(Map.of("PATH", environment.get("PATH"))).locate(none, none));
    }

    @Test
    void neverPassesOverAWrongPlaceSomebodyNamed() throws IOException {
        engine("app/engine");
        var wrong = folder.resolve("nowhere");
        var failed =
                assertThrows(
                        FailureException.class,
                        () -> locator(Map.of()).locate(Optional.empty(), Optional.of(wrong)));
        assertEquals(new Failure.EngineMissing(wrong), failed.failure());
    }

    @Test
    void saysWhenThereIsNone() {
        var failed =
                assertThrows(
                        FailureException.class,
                        () -> locator(Map.of()).locate(Optional.empty(), Optional.empty()));
        assertEquals(new Failure.NoEngine(), failed.failure());
    }
}
