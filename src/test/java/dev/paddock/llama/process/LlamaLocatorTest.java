package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineLocation.Found;
import dev.paddock.engine.EngineLocation.NotFound;
import dev.paddock.engine.EngineLocation.Origin;
import dev.paddock.engine.Failure;
import dev.paddock.engine.check.EngineRecords;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class LlamaLocatorTest {
    private static final String HELP =
            """
            -m,    --model FNAME      model path
            -c,    --ctx-size N       size of the prompt context
            --host HOST               ip address to listen
            --port PORT               port to listen
            """;

    @TempDir Path folder;

    private Path engine(String place) throws IOException {
        var file = folder.resolve(place).resolve("llama-server");
        Files.createDirectories(file.getParent());
        return program(file, HELP);
    }

    private static Path program(Path file, String says) throws IOException {
        return script(file, "echo '" + says + "'");
    }

    private static Path script(Path file, String does) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private LlamaLocator locator(Map<String, String> environment) {
        return new LlamaLocator(
                List.of(folder.resolve("app/engine")), environment, new HelpCache(), false);
    }

    @Test
    void takesTheFirstPlaceThatNamesOne() throws IOException {
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
                new Found(line, Origin.COMMAND_LINE),
                locator.locate(Optional.of(line.getParent()), inSettings));
        assertEquals(new Found(settings, Origin.SETTINGS), locator.locate(none, inSettings));
        assertEquals(new Found(variable, Origin.ENVIRONMENT), locator.locate(none, none));
        var withoutVariable = locator(Map.of("PATH", environment.get("PATH")));
        assertEquals(new Found(bundled, Origin.BUNDLED), withoutVariable.locate(none, none));
        Files.delete(bundled);
        assertEquals(
                new Found(path, Origin.SEARCH_PATH),
                locator(Map.of("PATH", environment.get("PATH"))).locate(none, none));
    }

    @Test
    void neverPassesOverAWrongPlaceSomebodyNamed() throws IOException {
        engine("app/engine");
        var wrong = folder.resolve("nowhere");
        assertEquals(
                new NotFound(new Failure.EngineMissing(wrong)),
                locator(Map.of()).locate(Optional.empty(), Optional.of(wrong)));
    }

    @Test
    void aProgramThatIsNoEngineIsRefusedByItsPathWhereverItIsNamed() throws IOException {
        engine("app/engine");
        var other = program(folder.resolve("ls"), "usage: ls");
        var refused = new NotFound(new Failure.NoLlamaServer(other));
        var named = locator(Map.of("PADDOCK_ENGINE", other.toString()));
        assertEquals(refused, named.locate(Optional.empty(), Optional.empty()));
        assertEquals(refused, locator(Map.of()).locate(Optional.of(other), Optional.empty()));
    }

    @Test
    void aNamedEngineIsAskedForItsHelpOnceAndAgainWhenItIsAnother() throws IOException {
        var asked = folder.resolve("asked");
        var script = "echo \"$1\" >> '" + asked + "'; echo '" + HELP + "'";
        var engine = script(folder.resolve("counted"), script);
        var help = new HelpCache();
        var locator = new LlamaLocator(List.of(), Map.of(), help, false);
        var launcher = new LlamaLauncher(EngineRecords.NONE, help);
        locator.locate(Optional.of(engine), Optional.empty());
        launcher.learn(engine);
        locator.locate(Optional.of(engine), Optional.empty());
        assertEquals(1, asked(asked));
        script(engine, script + " # of another build");
        locator.locate(Optional.of(engine), Optional.empty());
        launcher.learn(engine);
        assertEquals(2, asked(asked));
    }

    private static long asked(Path record) throws IOException {
        return Files.readAllLines(record).stream().filter("--help"::equals).count();
    }

    @Test
    void saysWhenThereIsNone() {
        assertEquals(
                new NotFound(new Failure.NoEngine()),
                locator(Map.of()).locate(Optional.empty(), Optional.empty()));
    }
}
