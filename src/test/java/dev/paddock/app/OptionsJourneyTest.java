package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Preset;
import dev.paddock.option.SamplingOptions;

import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** What people set, and what the real engine makes of it. */
class OptionsJourneyTest extends Journey {
    @Test
    void aWrongValueStartsNothingAndARightOneReachesTheEngine() throws Exception {
        try (var app = AppUnderTest.open(data, "--ctx-size=512", model.toString())) {
            openTab(app, "Engine");
            assertEquals("512", field(app, "#contextSize").getPromptText());
            awaitLabel(app, "Command line", "#contextSize", ".option-origin");
            type(app, "#parallelSlots", "100");
            app.press(KeyCode.CONTROL, KeyCode.E);
            awaitLabel(app, "A whole number from 1 to 64.", "#parallelSlots", ".field-note");
            assertTrue(field(app, "#parallelSlots").isFocused());
            assertInstanceOf(EngineState.Idle.class, app.state());

            type(app, "#parallelSlots", "2");
            type(app, "#contextSize", "256");
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();

            var running = app.state().running().orElseThrow();
            assertEquals(2, running.info().slots());
            assertEquals(256, running.info().contextPerSlot());
            awaitLabel(app, "App settings", "#contextSize", ".option-origin");
        }
        try (var again = AppUnderTest.open(data, "--ctx-size=512", model.toString())) {
            openTab(again, "Engine");
            assertEquals("256", field(again, "#contextSize").getText());
            assertEquals("Command line: 512", label(again, "#contextSize", ".option-origin"));
        }
    }

    @Test
    void anAdvancedOptionIsFoundSetForThisModelAndReachesTheEngine() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            openTab(app, "Engine");
            app.click("This model");
            app.clickFirst("the search", "#optionSearch");
            app.type("ubatch");
            app.awaitShown("Physical batch size");
            type(app, "#physicalBatchSize", "64");
            app.press(KeyCode.ENTER);
            awaitLabel(app, "This model", "#physicalBatchSize", ".option-origin");
            var options = app.wiring.preferences().settings().value().options();
            assertEquals(64, options.of(model).value(EngineOptions.PHYSICAL_BATCH_SIZE));

            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();

            long pid = app.state().running().orElseThrow().pid();
            var line = ProcessHandle.of(pid).flatMap(each -> each.info().arguments()).orElseThrow();
            int flag = List.of(line).indexOf("--ubatch-size");
            assertEquals(Optional.of("64"), Optional.of(line[flag + 1]));
        }
    }

    @Test
    void aPresetAndATypedValueAreKeptForTheConversation() throws Exception {
        try (var app = AppUnderTest.open(data, model.toString())) {
            openTab(app, "Chat");
            app.robot.interact(() -> preset(app).setValue(Preset.Standard.CREATIVE));
            assertEquals("1", field(app, "#temperature").getText());
            awaitLabel(app, "This conversation", "#temperature", ".option-origin");
            type(app, "#topK", "7");
            assertEquals("40", field(app, "#topK").getPromptText());
            app.press(KeyCode.TAB);
            app.press(KeyCode.CONTROL, KeyCode.E);
            app.awaitReady();
            ask(app, "Hello");
            awaitEnd(app);
        }
        try (var history = dev.paddock.sqlite.SqliteHistory.open(data.resolve("history.db"))) {
            var options = history.conversations().getFirst().options();
            assertEquals(1.0, options.value(SamplingOptions.TEMPERATURE));
            assertEquals(7, options.value(SamplingOptions.TOP_K));
        }
    }

    @Test
    void namesOutOfUseOnTheCommandLineAreToldInTheWindow() throws Exception {
        try (var app = AppUnderTest.open(data, "--no-mmap", "--ctx_size=512", model.toString())) {
            app.awaitShown("--no-mmap is out of use and was taken for --load-mode none.");
            app.awaitShown("--ctx_size was taken for --ctx-size.");
            openTab(app, "Engine");
            assertEquals("512", field(app, "#contextSize").getPromptText());
        }
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Preset> preset(AppUnderTest app) {
        return app.robot.lookup("#preset").queryAs(ComboBox.class);
    }
}
