package dev.paddock.llama.api;

import dev.paddock.engine.Probe.Work;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the answer of {@code /slots}. */
final class Slots {
    private static final List<String> MARKS =
            List.of("id_task", "n_prompt_tokens", "n_prompt_tokens_processed");

    private Slots() {}

    /** One node for each slot; empty when it is not such an answer. */
    static Optional<List<JsonNode>> read(byte[] body) {
        try {
            var all = JsonMapper.shared().readTree(body);
            return all.isArray() ? Optional.of(List.copyOf(all.values())) : Optional.empty();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    static boolean busy(JsonNode slot) {
        return slot.path("is_processing").asBoolean(false);
    }

    /** Tokens of the answer so far, or of the last one. */
    static int generated(JsonNode slot) {
        return count(slot.path("next_token").path(0), "n_decoded");
    }

    /** No count is below nothing, whatever the engine says. */
    static int count(JsonNode node, String name) {
        return Math.max(0, node.path(name).asInt(0));
    }

    static Work work(byte[] body) {
        return read(body).map(Slots::work).orElse(new Work.Untold());
    }

    private static Work work(List<JsonNode> slots) {
        var marks = new ArrayList<Long>();
        boolean full = !slots.isEmpty();
        for (var slot : slots) {
            full &= busy(slot);
            marks.add(busy(slot) ? 1L : 0L);
            MARKS.forEach(name -> marks.add(slot.path(name).asLong(0)));
            marks.add((long) generated(slot));
        }
        return new Work.Told(full, marks);
    }
}
