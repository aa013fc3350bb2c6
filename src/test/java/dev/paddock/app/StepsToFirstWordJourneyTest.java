package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * From fresh data to the first word of an answer: what a person has to press besides writing the
 * message and sending it.
 */
class StepsToFirstWordJourneyTest extends Journey {
    private final AtomicInteger clicks = new AtomicInteger();

    @Test
    void oneWithTheStarterModel() throws Exception {
        AppUnderTest.prepare(data, List.of(), "-t 1");
        try (var app = counted()) {
            app.click("Try the starter model");
            writeAndAwaitTheFirstWord(app);
            assertEquals(1, clicks.get());
        }
    }

    @Test
    void twoWithAFileOfOnesOwn() throws Exception {
        AppUnderTest.prepare(data, List.of(), "-t 1");
        try (var app = counted()) {
            // The first opens the system's dialog, the second is the file in it: not drawn here.
            app.awaitShown("Choose a model file…");
            app.robot.interact(() -> app.window.use(model));
            writeAndAwaitTheFirstWord(app);
            assertEquals(0, clicks.get(), "beyond these two");
        }
    }

    private AppUnderTest counted() throws Exception {
        var app = AppUnderTest.open(data);
        app.robot.interact(
                () ->
                        app.window
                                .stage()
                                .getScene()
                                .addEventFilter(
                                        MouseEvent.MOUSE_CLICKED, _ -> clicks.incrementAndGet()));
        return app;
    }

    /** Nothing else is waited for: what is sent too early is sent when the engine is ready. */
    private static void writeAndAwaitTheFirstWord(AppUnderTest app) {
        app.type("Hello");
        app.press(KeyCode.ENTER);
        app.await(
                "the first word of the answer",
                () -> app.robot.lookup(".rich-text").tryQuery().isPresent());
    }
}
