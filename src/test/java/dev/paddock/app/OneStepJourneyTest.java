package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.chat.ConversationId;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.check.TestPorts;
import dev.paddock.model.TinyModel;
import dev.paddock.option.EngineOptions;
import dev.paddock.settings.ModelLoading;
import dev.paddock.settings.ModelLoading.When;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** One step to talk: whatever a person does first, the rest follows. */
class OneStepJourneyTest extends Journey {
    private Path other() throws Exception {
        Path file = folder.resolve("other-Q8_0.gguf");
        TinyModel.write(file);
        return file;
    }

    private static Path loaded(AppUnderTest app) {
        return app.state().running().orElseThrow().plan().model();
    }

    @Test
    void choosingAModelLoadsIt() throws Exception {
        try (var app = AppUnderTest.open(data)) {
            app.clickText("tiny");
            app.awaitReady();
        }
    }

    @Test
    void sendingStartsTheEngineAndSendsWhenItIsReady() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.awaitShown("The engine is off. Sending starts it.");
            ask(app, "Tell me");
            app.awaitReady();
            awaitEnd(app);
            app.await("the answer's figures", () -> app.shows("tokens/s"));
            assertEquals("Tell me", question(app));
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        }
        try (var again = AppUnderTest.open(data)) {
            again.awaitShown("Tell me");
            assertInstanceOf(EngineState.Idle.class, again.state());
            again.click("Try again");
            again.awaitReady();
            awaitEnd(again);
        }
    }

    private static String question(AppUnderTest app) {
        var history = app.wiring.history();
        var tree = history.tree(history.conversations().getFirst().id());
        return tree.branch().getFirst().content();
    }

    @Test
    void whatWaitsForTheEngineCanBeKept() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString(), "--ctx-size=999999")) {
            app.wiring.preferences().change(now -> now.withLoading(all -> all.with(When.ON_START)));
            app.clickFirst("the composer", ".composer .text-area");
            app.type("Tell me");
            app.press(KeyCode.ENTER);
            app.awaitShown("Not sent yet: start the engine, and your message is sent once");
            assertInstanceOf(EngineState.Idle.class, app.state());
            app.press(KeyCode.ESCAPE);
            app.awaitShown("No engine runs. Start it to send.");
            assertTrue(app.composerFocused());
        }
    }

    @Test
    void startWithoutAModelLeadsToTheChoice() throws Exception {
        AppUnderTest.prepare(data, List.of(), "-t 1");
        try (var app = AppUnderTest.open(data)) {
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.clickFirst("the picker", ".dialog-card .dialog-title");
            assertInstanceOf(EngineState.Idle.class, app.state());
        }
    }

    @Test
    void anotherModelIsLoadedAfterRunningAnswersOrAtOnceAsAPersonSays() throws Exception {
        Path other = other();
        try (var app = openEndless()) {
            ask(app, "Tell me a long story.");
            app.awaitReady();
            awaitAnswering(app);
            app.robot.interact(() -> app.window.use(other));
            app.awaitShown("An answer is being written. Loading other-Q8_0 ends it where it is.");
            app.awaitShown("Loaded: tiny");
            app.awaitShown("Chosen: other-Q8_0");
            assertEquals(model, loaded(app));
            app.click("Load it now");
            app.await(
                    "the other one",
                    () -> app.state() instanceof EngineState.Ready && loaded(app).equals(other));
            assertFalse(app.shows("Loaded: "));
        }
    }

    @Test
    void aRestartAsksBeforeItCutsAnAnswer() throws Exception {
        try (var app = openEndless()) {
            ask(app, "Tell me a long story.");
            app.awaitReady();
            awaitAnswering(app);
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            app.awaitShown("An answer is being written. Restarting the engine ends it where");
            assertEquals(1, app.wiring.conversations().answering().value().size());
            app.click("Restart it now");
            app.awaitShown("You stopped the engine, so this answer is not complete.");
            app.awaitReady();
        }
    }

    @Test
    void aRestartThatCannotBeCutsNothing() throws Exception {
        int taken = TestPorts.next();
        try (var _ = new ServerSocket(taken, 1, InetAddress.getByName("127.0.0.1"));
                var app = openEndless()) {
            ask(app, "Tell me a long story.");
            app.awaitReady();
            awaitAnswering(app);
            long engine = app.state().running().orElseThrow().pid();
            app.wiring.preferences().change(now -> now.with(EngineOptions.PORT, taken));
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            app.awaitShown("already listens on port " + taken + ".");
            assertFalse(app.shows("An answer is being written."), "nothing to ask about");
            assertEquals(engine, app.state().running().orElseThrow().pid());
            assertEquals(1, app.wiring.conversations().answering().value().size());
            app.click("Use the next free port");
            app.await("the refusal to go", () -> !app.shows("already listens on port"));
            assertEquals(engine, app.state().running().orElseThrow().pid(), "it has a free one");
            assertFalse(app.shows("An answer is being written."), "nothing to ask about");
            assertEquals(1, app.wiring.conversations().answering().value().size());
        }
    }

    @Test
    void quittingAsksBeforeItCutsAnAnswer() throws Exception {
        try (var app = openEndless()) {
            ask(app, "Tell me a long story.");
            app.awaitReady();
            awaitAnswering(app);
            app.press(KeyCode.CONTROL, KeyCode.Q);
            app.awaitShown("An answer is being written. Quitting ends it where it is.");
            app.press(KeyCode.ESCAPE);
            app.await("the question to go", () -> !app.shows("Quitting ends it"));
            assertTrue(app.window.stage().isShowing());
            assertEquals(1, app.wiring.conversations().answering().value().size());
            app.requestClose();
            app.click("Quit now");
            app.await("the window to close", () -> !app.window.stage().isShowing());
        }
        try (var again = AppUnderTest.open(data)) {
            again.awaitShown("Paddock was closed");
        }
    }

    @Test
    void quittingCanWaitForTheAnswerUnlessThePersonGoesOn() throws Exception {
        try (var app = openEndless()) {
            ask(app, "Tell me a long story.");
            app.awaitReady();
            awaitAnswering(app);
            app.requestClose();
            app.click("Quit afterwards");
            app.await("the question to go", () -> !app.shows("Quitting ends it"));
            app.awaitShown("Paddock quits when the answer has ended.");
            app.press(KeyCode.ESCAPE);
            app.awaitShown("Paddock does not quit any more when the answers end");
            awaitEnd(app);
            assertTrue(app.window.stage().isShowing());
            ask(app, "Tell me another one.");
            awaitAnswering(app);
            app.requestClose();
            app.click("Quit afterwards");
            app.awaitShown("Paddock quits when the answer has ended.");
            app.clickFirst("the composer", ".composer .text-area");
            app.type("a");
            app.await("it to be dropped", () -> !app.shows("Paddock quits when"));
            app.requestClose();
            app.click("Quit afterwards");
            app.awaitShown("Paddock quits when the answer has ended.");
            app.wiring.conversations().list().value().forEach(one -> stop(app, one.id()));
            app.await("the window to close", () -> !app.window.stage().isShowing());
        }
    }

    /** As if it ended by itself: nobody pressed anything. */
    private static void stop(AppUnderTest app, ConversationId id) {
        app.wiring.conversations().open(id).join().stop();
    }

    @Test
    void stoppingTheEngineAsksBeforeItCutsAnAnswer() throws Exception {
        try (var app = openEndless()) {
            ask(app, "Tell me a long story.");
            app.awaitReady();
            awaitAnswering(app);
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            app.awaitShown("An answer is being written. Stopping the engine ends it where it is.");
            assertInstanceOf(EngineState.Ready.class, app.state());
            app.press(KeyCode.ESCAPE);
            app.await("the question to go", () -> !app.shows("Stopping the engine ends it"));
            assertEquals(1, app.wiring.conversations().answering().value().size());
            app.click("Stop");
            app.click("Stop it now");
            app.await("the end", () -> app.state() instanceof EngineState.Idle);
        }
    }

    @Test
    void aLaterStartWithAModelAsksBeforeItCutsAnswersAndTellsWhatIsDeprecated() throws Exception {
        var later = List.of(other().toString(), "--start", "--no-mmap");
        try (var app = openEndless()) {
            ask(app, "Tell me a long story.");
            app.awaitReady();
            awaitAnswering(app);
            var asked = CommandLine.parse(later);
            app.robot.interact(() -> app.window.serve(asked));
            app.awaitShown("An answer is being written. Loading other-Q8_0 ends it where it is.");
            app.awaitShown("--no-mmap");
            assertEquals(model, loaded(app));
            assertEquals(1, app.wiring.conversations().answering().value().size());
            app.click("Load it now");
            app.await(
                    "the other one",
                    () ->
                            app.state() instanceof EngineState.Ready
                                    && loaded(app).endsWith("other-Q8_0.gguf"));
        }
    }

    @Test
    void aModelThatDidNotSurviveItsLastLoadIsAskedAbout() throws Exception {
        try (var app = AppUnderTest.open(data)) {
            app.wiring
                    .preferences()
                    .change(
                            now ->
                                    now.withModel(model)
                                            .withLoading(
                                                    all ->
                                                            new ModelLoading(
                                                                    all.when(),
                                                                    false,
                                                                    Set.of(model))));
            ask(app, "Tell me");
            app.awaitShown("Load this model again?");
            assertInstanceOf(EngineState.Idle.class, app.state());
            app.click("Load it");
            app.awaitReady();
            awaitEnd(app);
            var loading = app.wiring.preferences().settings().value().loading();
            assertEquals(List.of(), List.copyOf(loading.unsafe()));
        }
    }
}
