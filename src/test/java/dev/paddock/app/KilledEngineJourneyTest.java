package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.paddock.engine.EngineState;

import javafx.css.PseudoClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** An engine that somebody kills: what is known of it, and that it is back. */
@EnabledOnOs(OS.LINUX)
class KilledEngineJourneyTest extends Journey {
    @Test
    void memoryIsNotBlamedAndTheReturnIsTold() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.window.startEngine();
            app.awaitReady();
            kill(app);
            app.awaitShown("signal 9, SIGKILL");
            app.awaitShown("Memory had not run out");
            app.awaitShown("Right afterwards the computer had");
            app.awaitReady();
            app.awaitShown("The engine is back, with tiny.");
            app.await("the banner to go", () -> !app.shows("SIGKILL"));
            kill(app);
            app.await("to be given up", () -> app.state() instanceof EngineState.Failed);
            app.awaitShown("Another program or a person ended it by force");
            assertFalse(app.shows("The engine is back"), "it is not any more");
            app.click("Start again");
            app.awaitReady();
            assertFalse(app.shows("The engine is back"), "who started it knows");
        }
    }

    @Test
    void anAnswerItCutIsQuietBesideTheBanner() throws Exception {
        try (var app = openEndless()) {
            ask(app, "Tell me a long story.");
            app.awaitReady();
            awaitAnswering(app);
            kill(app);
            app.awaitShown("signal 9, SIGKILL");
            app.awaitShown("The engine ended before this answer was complete");
            var box = app.robot.lookup(".notice-box").query();
            var failed = PseudoClass.getPseudoClass("failed");
            assertFalse(box.getPseudoClassStates().contains(failed), "one box for one cause");
            app.awaitReady();
            app.click("Try again");
            awaitAnswering(app);
        }
    }

    private static void kill(AppUnderTest app) {
        long pid = app.state().running().orElseThrow().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
