package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.LiveAnswer;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What is told below an answer, however it ended. */
class FiguresJourneyTest extends Journey {
    @Test
    void everyFigureOfAnAnswerIsOneKeyAway() throws Exception {
        AppUnderTest.prepare(data, List.of(model), "-t 1 --ignore-eos");
        try (var app = AppUnderTest.open(data, model.toString(), "--predict=20")) {
            ask(app, "Tell me");
            awaitEnd(app);
            app.awaitShown("The answer reached its token limit.");
            assertFalse(app.shows("Answered by tiny"));
            app.await(
                    "the figures to have the focus",
                    () ->
                            app.robot
                                    .lookup(".figures")
                                    .tryQuery()
                                    .map(
                                            node -> {
                                                node.requestFocus();
                                                return node.isFocused();
                                            })
                                    .orElse(false));
            app.press(KeyCode.SPACE);
            app.awaitShown("Answered by tiny");
            app.awaitShown("Asked on ");
            app.awaitShown("Ended: the token limit was reached");
            app.awaitShown("Answer: 20 tokens");
            app.awaitShown("of them cached");
            app.awaitShown("Written at ");
            app.awaitShown("First token after ");
        }
    }

    @Test
    void aStoppedAnswerHasFiguresToo() throws Exception {
        try (var app = openEndless()) {
            ask(app, "Tell me a long story.");
            app.await(
                    "some of the answer",
                    () -> !app.wiring.conversations().answering().value().isEmpty());
            app.awaitReady();
            app.await(
                    "the answer to grow",
                    () -> app.robot.lookup(".rich-text").tryQuery().isPresent());
            app.await("tokens enough for a speed", () -> speed(app) > 0);
            app.press(KeyCode.ESCAPE);
            awaitEnd(app);
            app.awaitShown("You stopped this answer.");
            app.awaitShown("tokens/s");
            app.clickFirst("the figures", ".figures");
            app.awaitShown("Ended: you stopped it");
            assertTrue(app.shows("Answer: "));
        }
    }

    private static double speed(AppUnderTest app) {
        return app.wiring.conversations().answering().value().stream()
                .findFirst()
                .flatMap(id -> app.wiring.conversations().open(id).join().state().value().live())
                .flatMap(LiveAnswer::statistics)
                .map(AnswerStatistics::tokensPerSecond)
                .orElse(0.0);
    }
}
