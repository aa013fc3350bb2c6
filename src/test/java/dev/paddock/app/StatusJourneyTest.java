package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.LiveAnswer;
import dev.paddock.chat.Message;
import dev.paddock.http.Http;
import dev.paddock.llama.api.LlamaMonitor;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The figures of the status, against those below the answers and those of the engine. */
class StatusJourneyTest extends Journey {
    private static final double AGREED = 0.02;

    /** Some looks long, as fast as the engine is with so small a model. */
    private static final int TOKENS = 6_000;

    private static final Pattern GENERATED = Pattern.compile("([\\d,]+) generated");

    @Test
    void anAnswersFiguresAgreeWhereverTheyStand() throws Exception {
        AppUnderTest.prepare(data, List.of(model), "-t 1 --ignore-eos");
        try (var app = open("--predict=" + TOKENS)) {
            ask(app, "Tell me a long story.");
            var live = app.await("the answer", () -> live(app));
            double counted =
                    app.await(
                            "figures of an answer under way",
                            () -> moving(app, live, 500).filter(_ -> speed(app) > 0));
            assertTrue(counted <= TOKENS * (1 + AGREED), counted + " tokens");
            awaitEnd(app);
            var told = last(app).statistics().orElseThrow();
            assertEquals(TOKENS, told.completionTokens());
            assertTrue(near(TOKENS, statistics(live).completionTokens()), "counted by the stream");
            app.await("the total", () -> near(TOKENS, generated(app)));
            app.await("rest", () -> speed(app) == 0);
            assertEquals(told(app), generated(app), "what the engine says");
        }
    }

    @Test
    void aStoppedAnswerCountsToo() throws Exception {
        AppUnderTest.prepare(data, List.of(model), "-t 1 --ignore-eos");
        try (var app = open("--predict=30000")) {
            ask(app, "Tell me a long story.");
            var live = app.await("the answer", () -> live(app));
            app.await("some tokens", () -> moving(app, live, 500));
            app.press(KeyCode.ESCAPE);
            awaitEnd(app);
            app.awaitShown("You stopped this answer.");
            double stopped = last(app).statistics().orElseThrow().completionTokens();
            assertTrue(stopped > 500);
            app.await("rest", () -> speed(app) == 0 && generated(app) == told(app));
            assertTrue(generated(app) >= stopped, totals(app));
        }
    }

    @Test
    void nobodyWaitsAfterAQuestionThatWaitedWasTakenBack() throws Exception {
        AppUnderTest.prepare(data, List.of(model), "-t 1 -np 1 --ignore-eos");
        try (var app = open("--predict=60000")) {
            ask(app, "The first");
            app.await("the answer", () -> live(app));
            app.press(KeyCode.CONTROL, KeyCode.N);
            ask(app, "The second");
            app.awaitShown("1 waiting for a free slot.");
            app.press(KeyCode.ESCAPE);
            app.awaitShown("You stopped this answer.");
            app.await("nobody to wait", () -> !totals(app).contains("waiting"));
            assertEquals(1, app.wiring.conversations().answering().value().size());
            double before = generated(app);
            app.await("the first to go on", () -> generated(app) > before);
            assertTrue(!totals(app).contains("waiting"), totals(app));
        }
    }

    private AppUnderTest open(String more) throws Exception {
        var app = AppUnderTest.open(data, model.toString(), "--ctx-size=65536", more);
        // Without the list there is room for the status beside the chat, and Esc is free.
        app.press(KeyCode.CONTROL, KeyCode.B);
        openTab(app, "Status");
        return app;
    }

    /** The generated tokens on the pane once there are more than {@code least} of a live answer. */
    private static Optional<Double> moving(AppUnderTest app, LiveAnswer live, int least) {
        double shown = generated(app);
        return shown > least && statistics(live).completionTokens() >= shown * (1 - AGREED)
                ? Optional.of(shown)
                : Optional.empty();
    }

    private static Optional<ChatSession> session(AppUnderTest app) {
        return app.wiring.conversations().answering().value().stream()
                .findFirst()
                .map(id -> app.wiring.conversations().open(id).join());
    }

    private static Optional<LiveAnswer> live(AppUnderTest app) {
        return session(app).flatMap(one -> one.state().value().live());
    }

    private static Message last(AppUnderTest app) {
        var id = app.wiring.conversations().list().value().getFirst().id();
        return app.wiring.conversations().open(id).join().state().value().messages().getLast();
    }

    private static AnswerStatistics statistics(LiveAnswer live) {
        return live.statistics().orElseThrow();
    }

    private static double generated(AppUnderTest app) {
        var found = GENERATED.matcher(totals(app));
        return found.find() ? Double.parseDouble(found.group(1).replace(",", "")) : 0;
    }

    /** By the engine itself. */
    private static double told(AppUnderTest app) {
        try (var http = Http.loopback()) {
            var engine = new LlamaMonitor(http, app.wiring::running, app.wiring.trials);
            return engine.metrics().orElseThrow().generatedTokens();
        }
    }

    private static String totals(AppUnderTest app) {
        return text(app, "#totals");
    }

    private static double speed(AppUnderTest app) {
        String shown = text(app, "#generation").replace(",", "");
        return shown.equals("–") ? 0 : Double.parseDouble(shown);
    }

    private static String text(AppUnderTest app, String selector) {
        return app.robot.lookup(selector).queryAs(Label.class).getText();
    }

    private static boolean near(double told, double shown) {
        return Math.abs(shown - told) <= AGREED * told;
    }
}
