package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.NetworkKey;
import dev.paddock.engine.Sharing;
import dev.paddock.engine.check.TestPorts;

import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Optional;

/** What a person pastes into a bug report, over the real engine. */
@Timeout(60)
class DiagnosticsTest extends Journey {
    private static final String PROMPT = "Zanzibar";
    private static final String WORD_OF_ANSWER = "next token:";
    private static final String PLANTED = "plantedkey0123456789";

    private AppUnderTest open(String extraArguments) throws Exception {
        AppUnderTest.prepare(data, List.of(model), extraArguments);
        return AppUnderTest.open(data, "--port=" + TestPorts.next(), "--model=" + model, "--start");
    }

    /** By key, from the clipboard. */
    private static String copied(AppUnderTest app) {
        app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        app.awaitShown("Diagnostics are on the clipboard");
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getString());
    }

    private static void ask(AppUnderTest app) throws Exception {
        var session = app.wiring.conversations().create();
        session.send(PROMPT).get();
        app.await("the answer", () -> !session.state().value().busy());
    }

    private static void assertHolds(String report, String... wanted) {
        for (String text : wanted) {
            assertTrue(report.contains(text), () -> "no “" + text + "” in\n" + report);
        }
    }

    private static void assertLacks(String report, String... unwanted) {
        for (String text : unwanted) {
            assertFalse(report.contains(text), () -> "“" + text + "” in\n" + report);
        }
    }

    @Test
    void tellsWhatAReportNeedsAndNothingPersonal() throws Exception {
        try (var app = open("-t 1 -n 20 --hf-token " + PLANTED)) {
            app.window.startEngine();
            app.awaitReady();
            String shared = "shared-with-nobody-else";
            var sharing = new Sharing(false, Optional.of(new NetworkKey(shared)));
            app.wiring.preferences().change(now -> now.withSharing(sharing));
            String key = app.state().running().orElseThrow().endpoint().key().text();
            ask(app);

            String report = copied(app);

            assertHolds(
                    report,
                    "### Paddock diagnostics",
                    "- Paddock: " + Version.text(),
                    "- Java: " + Runtime.version(),
                    "- Processor: ",
                    "- State: Ready",
                    "llama-server --host 127.0.0.1",
                    "--hf-token [removed]",
                    "\"checkAfterStart\" : true",
                    "model loaded",
                    "stop processing");
            assertLacks(report, PROMPT, PLANTED, key, shared);
        }
    }

    @Test
    void saysThatAWordyEngineIsLeftOut() throws Exception {
        try (var app = open("-t 1 -n 20 -lv 5")) {
            app.window.startEngine();
            app.awaitReady();
            ask(app);
            app.await(
                    "the answer in the engine's log",
                    () ->
                            app.wiring.supervisor().log().lastLines(0, 5000).stream()
                                    .anyMatch(line -> line.text().contains(WORD_OF_ANSWER)));

            String report = copied(app);

            assertHolds(report, "chats included", "**Engine log**");
            assertLacks(report, PROMPT, WORD_OF_ANSWER, "stop processing");
        }
    }

    @Test
    void tellsTheFailure() throws Exception {
        try (var app = open("-t x")) {
            app.window.startEngine();
            app.await("the failure", () -> app.state() instanceof EngineState.Failed);

            String report = copied(app);

            var failed = (EngineState.Failed) app.state();
            assertHolds(
                    report,
                    "- State: Failed",
                    "**Failure: " + failed.failure().getClass().getSimpleName(),
                    "**Engine log**",
                    "error while handling argument");
        }
    }
}
