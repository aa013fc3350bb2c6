package dev.paddock.llama.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineInfo;
import dev.paddock.monitor.EngineMetrics;
import dev.paddock.monitor.SlotSnapshot;
import dev.paddock.monitor.SlotSnapshot.Activity;

import org.junit.jupiter.api.Test;

import tools.jackson.core.json.JsonFactory;

import java.nio.charset.StandardCharsets;

/** Figures that no engine in its right mind would give. */
class HostileFiguresTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void totalsThatAreNoneCountAsNothing() {
        var read =
                LlamaMonitor.readMetrics(
                        bytes(
                                """
                                llamacpp:prompt_tokens_total NaN
                                llamacpp:prompt_seconds_total -3
                                llamacpp:tokens_predicted_total Infinity
                                llamacpp:tokens_predicted_seconds_total 1e300
                                llamacpp:requests_processing -2
                                llamacpp:requests_deferred 7
                                """));
        assertEquals(new EngineMetrics(0, 0, 0, 0, 0, 7), read);
    }

    @Test
    void noSlotHoldsLessThanNothing() {
        var slots =
                Slots.read(
                                bytes(
                                        """
                                        [{"id": 3, "n_ctx": -5, "n_prompt_tokens": -1,
                                          "is_processing": true, "next_token": [{"n_decoded": -9}]}]
                                        """))
                        .orElseThrow();
        assertEquals(
                new SlotSnapshot(3, 0, 0, 0, Activity.READING_PROMPT),
                LlamaMonitor.slot(slots.getFirst()));
    }

    @Test
    void whatAnEngineSaysOfItselfIsShort() {
        var path = "/" + "m".repeat(3 << 20);
        var json =
                "{\"model_path\": \"%s\", \"total_slots\": -4, \"build_info\": \"%s\","
                                .formatted(path, path)
                        + " \"default_generation_settings\": {\"n_ctx\": -1}}";
        EngineInfo info = Props.read(JsonFactory.builder().build(), bytes(json)).info();
        assertTrue(info.modelPath().length() < 10_000 && info.build().length() < 10_000);
        assertEquals(1, info.slots());
        assertEquals(0, info.contextPerSlot());
    }
}
