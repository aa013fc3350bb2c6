package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.http.Http;
import dev.paddock.http.Request;
import dev.paddock.option.SamplingOptions;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** A value that a person types, and what the real engine says it went by. */
class SamplingJourneyTest extends Journey {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void aTypedValueReachesTheEngineWhenItsFieldIsLeftAndAWrongOneNever() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            openTab(app, "Chat");
            type(app, "#temperature", "0.25");
            app.press(KeyCode.TAB);
            var topP = field(app, "#topP");
            type(app, "#topP", "2");
            app.press(KeyCode.TAB);
            awaitLabel(app, "A number from 0 to 1.", "#topP", ".field-note");
            app.robot.interact(topP::requestFocus);
            app.press(KeyCode.ESCAPE);
            type(app, "#topK", "7");
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            ask(app, "Hello");
            awaitEnd(app);

            var wentBy = wentBy(app);
            assertEquals(0.25, number(wentBy, "temperature"));
            assertEquals(7, number(wentBy, "top_k"));
            assertEquals(SamplingOptions.TOP_P.usual(), number(wentBy, "top_p"));
        }
    }

    @Test
    void aModelsValueBeatsTheAppsAndAConversationsBeatsBoth() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            setForAllAndForThisModel(app);
            openTab(app, "Chat");
            assertEquals("0.75", field(app, "#temperature").getPromptText());
            awaitLabel(app, "This model", "#temperature", ".option-origin");
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            ask(app, "Hello");
            awaitEnd(app);
            assertEquals(0.75, number(wentBy(app), "temperature"));
            assertEquals(5, number(wentBy(app), "top_k"));

            type(app, "#temperature", "1.25");
            ask(app, "And now?");
            awaitEnd(app);
            assertEquals(1.25, number(wentBy(app), "temperature"));
            assertEquals(5, number(wentBy(app), "top_k"));
        }
        try (var again = AppUnderTest.open(data, model.toString())) {
            var kept = again.wiring.preferences().settings().value().options();
            assertEquals(0.5, kept.app().value(SamplingOptions.TEMPERATURE));
            assertEquals(0.75, kept.of(model).value(SamplingOptions.TEMPERATURE));
        }
    }

    @Test
    void aValueOfOneConversationLeavesTheCommandLineInForceInTheNext() throws Exception {
        try (var app = AppUnderTest.open(data, "--temp=0.9", model.toString())) {
            openTab(app, "Chat");
            type(app, "#temperature", "0.9");
            app.press(KeyCode.ENTER);
            awaitLabel(app, "This conversation", "#temperature", ".option-origin");
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            ask(app, "Hello");
            awaitEnd(app);
            app.press(KeyCode.CONTROL, KeyCode.N);
            app.await(
                    "the new conversation",
                    () -> label(app, "#temperature", ".option-origin").equals("Command line"));
            assertEquals("0.9", field(app, "#temperature").getPromptText());
            ask(app, "And now?");
            awaitEnd(app);
            assertEquals(0.9, number(wentBy(app), "temperature"));
        }
    }

    @Test
    void aWrongValueHoldsTheQuestionBackUntilItIsRight() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            openTab(app, "Chat");
            type(app, "#temperature", "9");
            app.clickFirst("the composer", ".composer .text-area");
            awaitLabel(app, "A number from 0 to 2.", "#temperature", ".field-note");
            app.type("Hello there");
            app.press(KeyCode.ENTER);
            app.await("the wrong field", () -> field(app, "#temperature").isFocused());
            assertEquals(Set.of(), app.wiring.conversations().answering().value());
            assertTrue(app.shows("Hello there"), "it is still to be sent");

            type(app, "#temperature", "0.5");
            app.clickFirst("the composer", ".composer .text-area");
            app.press(KeyCode.ENTER);
            app.await(
                    "the question to leave the composer",
                    () ->
                            app.robot
                                    .lookup(".composer .text-area")
                                    .queryTextInputControl()
                                    .getText()
                                    .isEmpty());
            awaitEnd(app);
            assertEquals(0.5, number(wentBy(app), "temperature"));
        }
    }

    /** By keys: it may be out of sight. */
    private static void choose(AppUnderTest app, String name) {
        app.await(name + " to have the keys", () -> app.focus(name));
        app.press(KeyCode.SPACE);
    }

    private static void setForAllAndForThisModel(AppUnderTest app) throws Exception {
        app.press(KeyCode.CONTROL, KeyCode.COMMA);
        app.awaitShown("Holds in every conversation");
        type(app, "#temperature", "0.5");
        type(app, "#topK", "5");
        choose(app, "This model");
        awaitLabel(app, "App settings", "#temperature", ".option-origin");
        type(app, "#temperature", "0.75");
        app.press(KeyCode.ENTER);
        awaitLabel(app, "This model", "#temperature", ".option-origin");
        choose(app, "All models");
        assertEquals("0.5", field(app, "#temperature").getText());
        awaitLabel(app, "This model: 0.75", "#temperature", ".option-origin");
        app.press(KeyCode.ESCAPE);
        app.await("the card to go", () -> app.robot.lookup(".dialog-card").tryQuery().isEmpty());
    }

    /**
     * The parameters of the newest answer, by the engine's own account. Trials of one token, which
     * a busy machine brings about, are none.
     */
    private static JsonNode wentBy(AppUnderTest app) throws Exception {
        var found = newestParameters(app);
        // A trial may have taken the only slot since.
        for (int more = 0; found.isEmpty() && more < 5; more++) {
            ask(app, "Once more");
            awaitEnd(app);
            found = newestParameters(app);
        }
        return found.orElseThrow();
    }

    private static Optional<JsonNode> newestParameters(AppUnderTest app) throws IOException {
        var endpoint = app.state().running().orElseThrow().endpoint();
        try (var http = Http.loopback()) {
            var asked = Request.get(endpoint.uri("/slots"), endpoint.key().text());
            var slots = new ObjectMapper().readTree(http.send(asked, LIMIT).body());
            return slots.valueStream()
                    .filter(slot -> slot.path("params").path("n_predict").asInt(1) != 1)
                    .max(Comparator.comparingInt(slot -> slot.path("id_task").asInt()))
                    .map(slot -> slot.get("params"));
        }
    }

    private static double number(JsonNode parameters, String name) {
        return Math.round(parameters.get(name).asDouble() * 1e6) / 1e6;
    }
}
