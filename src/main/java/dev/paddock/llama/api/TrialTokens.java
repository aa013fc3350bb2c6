package dev.paddock.llama.api;

import dev.paddock.engine.Endpoint;
import dev.paddock.monitor.EngineMetrics;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What trials have made the newest engine read and write: its totals count that, and nobody asked
 * for it. Nor does anybody wait for a trial that was given up and still stands in the engine's
 * queue. Safe from any thread.
 */
public final class TrialTokens {
    private static final double MILLIS = 1_000;

    private Optional<Endpoint> engine = Optional.empty();
    private Count count = Count.NONE;

    /** Given up, and not known to have left the queue. */
    private int queued;

    /**
     * At one moment.
     *
     * @param trials ended up to then
     * @param underWay how many the engine has counted in part, if at all
     */
    private record Count(int trials, int underWay, EngineMetrics used) {
        static final Count NONE = new Count(0, 0, EngineMetrics.NONE);
    }

    synchronized void begin(Endpoint endpoint) {
        if (!engine.equals(Optional.of(endpoint))) {
            engine = Optional.of(endpoint);
            count = Count.NONE;
            queued = 0;
        }
        count = new Count(count.trials, count.underWay + 1, count.used);
    }

    /**
     * @param reply of the engine; without its figures nothing is known, empty if none came in time
     */
    synchronized void end(Endpoint endpoint, byte[] reply) {
        if (engine.equals(Optional.of(endpoint))) {
            var used = plus(count.used, timings(reply));
            count = new Count(count.trials + 1, count.underWay - 1, used);
            queued += reply.length == 0 ? 1 : 0;
        }
    }

    /** To be asked before the engine is asked for its totals. */
    synchronized OptionalInt mark(Endpoint endpoint) {
        var now = of(endpoint);
        return now.underWay == 0 ? OptionalInt.of(now.trials) : OptionalInt.empty();
    }

    /**
     * The totals without those trials.
     *
     * @param mark as it was before {@code totals} were asked for
     * @return empty when a trial came between, which may be part of the totals or not
     */
    synchronized Optional<EngineMetrics> without(
            Endpoint endpoint, OptionalInt mark, EngineMetrics totals) {
        if (mark.isEmpty() || !mark.equals(mark(endpoint))) {
            return Optional.empty();
        }
        if (!engine.equals(Optional.of(endpoint))) {
            return Optional.of(totals);
        }
        queued = Math.min(queued, totals.waiting());
        return Optional.of(minus(totals, count.used, queued));
    }

    private Count of(Endpoint endpoint) {
        return engine.equals(Optional.of(endpoint)) ? count : Count.NONE;
    }

    private static JsonNode timings(byte[] reply) {
        try {
            return JsonMapper.shared().readTree(reply).path("timings");
        } catch (JacksonException noJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static EngineMetrics plus(EngineMetrics used, JsonNode timings) {
        return new EngineMetrics(
                used.promptTokens() + Slots.count(timings, "prompt_n"),
                used.promptSeconds() + timings.path("prompt_ms").asDouble(0) / MILLIS,
                used.generatedTokens() + Slots.count(timings, "predicted_n"),
                used.generatedSeconds() + timings.path("predicted_ms").asDouble(0) / MILLIS,
                0,
                0);
    }

    private static EngineMetrics minus(EngineMetrics totals, EngineMetrics used, int queued) {
        return new EngineMetrics(
                Math.max(0, totals.promptTokens() - used.promptTokens()),
                Math.max(0, totals.promptSeconds() - used.promptSeconds()),
                Math.max(0, totals.generatedTokens() - used.generatedTokens()),
                Math.max(0, totals.generatedSeconds() - used.generatedSeconds()),
                totals.processing(),
                totals.waiting() - queued);
    }
}
