package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.files.AppDirs;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.ui.chat.SceneExtension;
import dev.paddock.ui.words.Words;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What stays when the window has gone must not know the window any more. */
@ExtendWith(SceneExtension.class)
class WindowSubscriptionsTest {
    @TempDir private Path data;
    @TempDir private Path other;

    @Start
    void start(Stage unused) {
        // The window makes its own.
    }

    @Test
    void aWindowThatClosesLetsGoOfAllItWatches() throws Exception {
        AppUnderTest.prepare(data, List.of(), "");
        try (var app = AppUnderTest.open(data)) {
            app.await("an engine", () -> app.wiring.engineLocation().value().program());
            var open = listeners(app.wiring);
            assertTrue(open.get("state") > 5, "the window watches the engine: " + open);
            openEverything(app);
            app.requestClose();
            assertEquals(withoutAWindow(), listeners(app.wiring));
            assertEquals(new EngineState.Idle(), app.wiring.supervisor().state().value());
        }
    }

    /** Every part that is built when it is first wanted. */
    private static void openEverything(AppUnderTest app) {
        app.press(KeyCode.CONTROL, KeyCode.I);
        app.click("Engine");
        app.click("Chat");
        app.click("Status");
        app.robot.push(KeyCode.CONTROL, KeyCode.L);
        app.robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        app.robot.push(KeyCode.ESCAPE);
        app.robot.push(KeyCode.CONTROL, KeyCode.O);
        app.robot.push(KeyCode.ESCAPE);
    }

    /** The log is written, the engine looked for and its connection kept without any window. */
    private Map<String, Integer> withoutAWindow() throws Exception {
        var line = CommandLine.parse(List.of("--engine=" + System.getProperty("paddock.engine")));
        try (var wiring = new Wiring(new AppDirs(other), line, new Words())) {
            var found = new CompletableFuture<EngineLocation>();
            try (var _ =
                    wiring.engineLocation()
                            .subscribe(now -> now.program().ifPresent(_ -> found.complete(now)))) {
                wiring.begin();
                found.get(30, TimeUnit.SECONDS);
            }
            return listeners(wiring);
        }
    }

    private static List<String> names() {
        return List.of(
                "state",
                "progress",
                "checked",
                "newest",
                "runs",
                "settings",
                "problem",
                "location",
                "leftovers",
                "logProblem",
                "list",
                "answering",
                "status");
    }

    private static Map<String, Integer> listeners(Wiring wiring) {
        var sources =
                List.<Observable<?>>of(
                        wiring.supervisor().state(),
                        wiring.supervisor().progress(),
                        wiring.supervisor().checked(),
                        wiring.supervisor().log().newest(),
                        wiring.supervisor().log().runs(),
                        wiring.preferences().settings(),
                        wiring.preferences().problem(),
                        wiring.engineLocation(),
                        wiring.leftovers(),
                        wiring.engineLog().problem(),
                        wiring.conversations().list(),
                        wiring.conversations().answering(),
                        wiring.sampler().status());
        var counts = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < sources.size(); i++) {
            counts.put(names().get(i), ((Signal<?>) sources.get(i)).listenerCount());
        }
        return counts;
    }
}
