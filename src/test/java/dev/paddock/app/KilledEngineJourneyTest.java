package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.engine.EngineState;
import dev.paddock.integration.FakeLauncher;

import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;

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
            app.await("the first token", () -> app.wiring.conversations().counts().tokens() > 0);
            kill(app);
            app.awaitShown("signal 9, SIGKILL");
            app.awaitShown(
                    "The engine ended before this answer was complete, and nobody here had asked");
            var box = app.robot.lookup(".notice-box").query();
            var failed = PseudoClass.getPseudoClass("failed");
            assertFalse(box.getPseudoClassStates().contains(failed), "one box for one cause");
            app.awaitReady();
            app.click("Try again");
            awaitAnswering(app);
        }
    }

    @Test
    void aModelWhoseLoadWasKilledIsAskedAboutBeforeItIsLoadedAgain() throws Exception {
        var slow = new FakeLauncher(folder.resolve("slow"), "--load-ms=60K");
        try (var app = AppUnderTest.open(data, model.toString(), "--engine=" + slow.executable())) {
            ask(app, "Tell me");
            app.await("the load", () -> app.state() instanceof EngineState.Loading);
            kill(app);
            app.await("to be given up", () -> app.state() instanceof EngineState.Failed);
            app.awaitShown("signal 9, SIGKILL");
            app.awaitShown("Not sent yet. The engine has failed. Sending starts it again.");
            app.press(KeyCode.ENTER);
            app.awaitShown("Load this model again?");
            app.click("Load it");
            app.await("the load", () -> app.state() instanceof EngineState.Loading);
            app.click("Cancel");
            app.awaitShown("Not sent yet. The engine is off. Sending starts it.");
            app.clickFirst("the composer", ".composer .text-area");
            app.press(KeyCode.ENTER);
            app.awaitShown("Load this model again?");
            assertInstanceOf(EngineState.Idle.class, app.state());
        }
    }

    private static void kill(AppUnderTest app) {
        long pid = app.state().process().orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
