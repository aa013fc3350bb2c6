package dev.paddock.app;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/** More questions than slots: each says how many have to end before its turn. */
class FreeSlotJourneyTest extends Journey {
    private static String before(int others) {
        return "Waiting for a free slot (%d before you)".formatted(others);
    }

    private static void askAnew(AppUnderTest app, String question) {
        app.press(KeyCode.CONTROL, KeyCode.N);
        ask(app, question);
    }

    /** Another than the one in sight. */
    private static void stop(AppUnderTest app, String title) {
        var conversations = app.wiring.conversations();
        for (var each : conversations.list().value()) {
            if (each.title().equals(title)) {
                conversations.open(each.id()).join().stop();
            }
        }
    }

    @Test
    void whoWaitsForASlotKnowsHowManyAreBefore() throws Exception {
        AppUnderTest.prepare(data, List.of(model), "-t 1 --ignore-eos");
        try (var app =
                AppUnderTest.open(data, model.toString(), "--ctx-size=131072", "--parallel=2")) {
            app.window.startEngine();
            app.awaitReady();
            ask(app, "first");
            askAnew(app, "second");
            app.await("both to be answered", () -> !app.shows("Waiting for the engine"));
            askAnew(app, "third");
            app.awaitShown(before(1));
            askAnew(app, "fourth");
            app.awaitShown(before(2));
            stop(app, "second");
            app.awaitShown(before(1));
            stop(app, "first");
            app.await("its turn", () -> !app.shows("before you"));
        }
    }
}
