package dev.paddock.llama.api;

import dev.paddock.engine.Endpoint;
import dev.paddock.monitor.SlotSnapshot;
import dev.paddock.monitor.SlotSnapshot.Activity;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the slots of the newest engine hold of what somebody asked for. A trial takes a slot for a
 * moment and leaves its own few tokens there until the next answer. Safe from any thread.
 */
final class TrialSlots {
    /** Tells a trial among the slots. It takes the likeliest token, and so needs none. */
    static final int SEED = 1_885_430_635;

    private Optional<Endpoint> engine = Optional.empty();
    private final Map<Integer, Integer> held = new HashMap<>();

    /**
     * One for each of {@code told}: a slot that a trial has is at rest, with what it held before.
     */
    synchronized List<SlotSnapshot> without(Endpoint endpoint, List<JsonNode> told) {
        if (!engine.equals(Optional.of(endpoint))) {
            engine = Optional.of(endpoint);
            held.clear();
        }
        return told.stream().map(this::without).toList();
    }

    private SlotSnapshot without(JsonNode told) {
        var slot = LlamaMonitor.slot(told);
        if (isTrial(told)) {
            int before = held.getOrDefault(slot.id(), 0);
            return new SlotSnapshot(slot.id(), slot.contextSize(), before, 0, Activity.IDLE);
        }
        held.put(slot.id(), slot.tokensInUse());
        return slot;
    }

    private static boolean isTrial(JsonNode slot) {
        var asked = slot.path("params");
        return asked.path("seed").asLong(0) == SEED && asked.path("n_predict").asInt(0) == 1;
    }
}
