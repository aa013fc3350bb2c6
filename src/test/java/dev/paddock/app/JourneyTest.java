package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.check.TestPorts;
import dev.paddock.faults.Fault;
import dev.paddock.files.EngineRecordFiles;
import dev.paddock.integration.AppProcess;
import dev.paddock.integration.Moment;
import dev.paddock.llama.process.Layers;
import dev.paddock.option.SamplingOptions;
import dev.paddock.sqlite.SqliteHistory;
import dev.paddock.starter.Answers;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.testfx.util.WaitForAsyncUtils;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What people do, over the real engine. */
class JourneyTest extends Journey {
    @Test
    void tryAskStopAndFindItAgain() throws Exception {
        AppUnderTest.prepare(data, List.of(), "-t 1");
        try (var app = AppUnderTest.open(data)) {
            app.await("the composer to have the focus", app::composerFocused);
            app.click("Try the starter model");
            app.awaitReady();
            app.awaitShown("a demonstration that knows only Paddock");
            long pid = app.state().running().orElseThrow().pid();
            app.click("Who are you?");
            app.awaitShown("a tiny language model, built into the app");
            awaitEnd(app);
            openTab(app, "Chat");
            awaitLabel(app, "From the model", "#temperature", ".option-origin");
            assertEquals("0", field(app, "#temperature").getPromptText());
            app.press(KeyCode.CONTROL, KeyCode.I);
            alwaysTheLikeliest(app);
            ask(app, "What is a GGUF?");
            app.awaitShown("the file format of models for llama.cpp");
            awaitEnd(app);
            app.click("Stop");
            app.await("the engine to stop", () -> app.state() instanceof EngineState.Idle);
            assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        }
        assertEquals(new Answers().of("gguf"), answer().content().strip());
        try (var again = AppUnderTest.open(data)) {
            again.press(KeyCode.CONTROL, KeyCode.K);
            again.type("who");
            Node listed = again.await("the conversation", () -> again.listed("Who are you?"));
            again.robot.clickOn(listed);
            again.awaitShown("the file format of models for llama.cpp");
            assertTrue(again.state() instanceof EngineState.Idle);
        }
    }

    /** By the settings of the chat, as a person does it. */
    private static void alwaysTheLikeliest(AppUnderTest app) {
        app.press(KeyCode.CONTROL, KeyCode.I);
        app.clickText("Chat");
        app.clickFirst("the temperature", "#temperature");
        app.press(KeyCode.CONTROL, KeyCode.A);
        app.type("0");
        app.press(KeyCode.ENTER);
        app.await(
                "the temperature to be kept",
                () ->
                        app.wiring.history().conversations().stream()
                                .anyMatch(
                                        each ->
                                                each.options().value(SamplingOptions.TEMPERATURE)
                                                        == 0));
        app.press(KeyCode.CONTROL, KeyCode.I);
    }

    @Test
    void aSuggestedQuestionStartsTheEngineFirst() throws Exception {
        Path starter = data.resolve("models/paddock-starter.gguf");
        AppUnderTest.prepare(data, List.of(), "-t 1");
        try (var app = AppUnderTest.open(data, starter.toString())) {
            app.click("Who are you?");
            app.awaitShown("a tiny language model, built into the app");
            awaitEnd(app);
        }
        assertEquals(MessageStatus.COMPLETE, answer().status());
    }

    @Test
    void aRecentModelIsChosenAndStarted() throws Exception {
        try (var app = AppUnderTest.open(data)) {
            app.awaitShown("tiny");
            app.clickFirst("the recent model", ".recent-model");
            app.awaitReady();
            ask(app, "What is a paddock?");
            app.awaitShown("tokens/s");
            assertFalse(app.shows("a demonstration that knows only Paddock"));
        }
        assertFalse(answer().content().isBlank());
    }

    @Test
    void whatWasAnsweredBeforeTheEngineWasKilledStays() throws Exception {
        try (var app = Journey.openEndless(data, model)) {
            app.window.startEngine();
            app.awaitReady();
            ask(app, "Tell me a long story.");
            app.await("the answer to begin", () -> !live(app).isBlank());
            var engine = app.state().running().orElseThrow();
            ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
            app.await(
                    "the session to notice",
                    () -> app.wiring.conversations().answering().value().isEmpty());
            app.await(
                    "a crash or a new start",
                    () -> !app.state().running().equals(java.util.Optional.of(engine)));
        }
        Message kept = answer();
        assertEquals(MessageStatus.INTERRUPTED, kept.status());
        assertFalse(kept.content().isBlank());
    }

    @Test
    void aTakenPortIsNamedAndMended() throws Exception {
        int taken = TestPorts.next();
        try (var _ = new ServerSocket(taken, 1, InetAddress.getByName("127.0.0.1"));
                var app = AppUnderTest.open(data, "--port=" + taken, model.toString())) {
            app.window.startEngine();
            app.await("the start to fail", () -> app.state() instanceof EngineState.Failed);
            var failed = assertInstanceOf(EngineState.Failed.class, app.state());
            var busy = assertInstanceOf(Failure.PortTaken.class, failed.failure());
            assertEquals(taken, busy.port());
            app.awaitShown(Integer.toString(taken));
            app.clickFirst("the remedy", ".failure-banner .button");
            app.awaitReady();
            assertFalse(app.state().running().orElseThrow().endpoint().port() == taken);
        }
    }

    @Test
    void aModelThatIsNoneIsNamed() throws Exception {
        Path page = Files.writeString(folder.resolve("page.gguf"), "<!DOCTYPE html><p>Not found");
        try (var app = AppUnderTest.open(data, page.toString())) {
            app.window.startEngine();
            app.await("the start to fail", () -> app.state() instanceof EngineState.Failed);
            app.awaitShown("page.gguf");
            Journey.openTab(app, "Status");
            app.await(
                    "the status to say so",
                    () ->
                            app.robot
                                    .lookup("#offTitle")
                                    .lookup((Label it) -> it.getText().endsWith("has failed"))
                                    .tryQuery()
                                    .isPresent());
        }
    }

    @Test
    void settingsThatCannotBeReadAreKeptAsideAndNamed() throws Exception {
        Files.writeString(data.resolve("settings.json"), "{ no JSON");
        try (var app = AppUnderTest.open(data)) {
            app.awaitShown("settings.unreadable-");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Fault(49)
    void theEngineOfAKilledAppIsEndedAndNamed() throws Exception {
        var engine = AppProcess.realEngine();
        var options = List.of("-XX:TieredStopAtLevel=1");
        try (var killed = new AppProcess(options, engine, data, Moment.READY, Layers.NONE)) {
            killed.await(Moment.READY);
            killed.kill();
            var left = new EngineRecordFiles(data.resolve("engines")).all().getFirst();
            assertEquals(List.of(left.pid()), killed.running());
            var samePort = "--port=" + left.port();
            try (var app = AppUnderTest.open(data, samePort, model.toString())) {
                app.window.startEngine();
                app.awaitShown("Cleaned up a leftover engine: process " + left.pid());
                // At once, because the note leaves by itself.
                app.await("the button", () -> app.focus("Dismiss"));
                app.press(KeyCode.SPACE);
                app.await("the note to go", () -> !app.shows("Cleaned up"));
                app.awaitReady();
                assertEquals(List.of(), killed.awaitNothing(Duration.ofSeconds(20)));
            }
        }
    }

    private static String copied() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void aLaterStartBringsTheWindowForward() throws Exception {
        try (var app = AppUnderTest.open(data)) {
            var stage = app.window.stage();
            app.robot.interact(() -> stage.setIconified(true));
            var asked = CommandLine.parse(List.of(model.toString(), "--start", "--parallel=2"));
            app.robot.interact(() -> app.window.serve(asked));
            app.awaitReady();
            assertTrue(stage.isShowing() && !stage.isIconified());
            var running = app.state().running().orElseThrow();
            assertEquals(model, running.plan().model());
            assertEquals(2, running.info().slots());
            String address = "http://127.0.0.1:" + running.endpoint().port() + "/v1";
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.clickText("Status");
            app.awaitShown(address);
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
            app.await("the address to be copied", () -> address.equals(copied()));
        }
    }

    /** What of the newest answer is on the disk already. */
    private String live(AppUnderTest app) {
        var all = app.wiring.history();
        return all.conversations().stream()
                .findFirst()
                .map(first -> all.tree(first.id()).branch().getLast().content())
                .orElse("");
    }

    private Message answer() {
        try (var history = SqliteHistory.open(data.resolve("history.db"))) {
            var conversation = history.conversations().getFirst();
            return history.tree(conversation.id()).branch().getLast();
        }
    }
}
