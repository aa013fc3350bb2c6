package dev.paddock.llama.api;

import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.http.Http;
import dev.paddock.http.Request;
import dev.paddock.monitor.EngineMetrics;
import dev.paddock.monitor.EngineMonitor;
import dev.paddock.monitor.SlotSnapshot;
import dev.paddock.monitor.SlotSnapshot.Activity;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads llama-server's {@code /slots} and {@code /metrics}. Safe from any thread. */
public final class LlamaMonitor implements EngineMonitor {
    private static final String PREFIX = "llamacpp:";

    /** Whole numbers are exact up to here. */
    private static final double MOST = 1L << 53;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Http http;
    private final Supplier<Optional<RunningEngine>> engine;
    private final TrialTokens trials;
    private final TrialSlots slots = new TrialSlots();

    /**
     * @param engine the engine to watch at this moment
     */
    public LlamaMonitor(Http http, Supplier<Optional<RunningEngine>> engine) {
        this(http, engine, new TrialTokens());
    }

    /**
     * @param trials what the totals are told without
     */
    public LlamaMonitor(Http http, Supplier<Optional<RunningEngine>> engine, TrialTokens trials) {
        this.http = http;
        this.engine = engine;
        this.trials = trials;
    }

    @Override
    public Optional<List<SlotSnapshot>> slots() {
        return engine.get().flatMap(running -> slots(running.endpoint()));
    }

    @Override
    public Optional<EngineMetrics> metrics() {
        return engine.get().flatMap(running -> metrics(running.endpoint()));
    }

    private Optional<List<SlotSnapshot>> slots(Endpoint endpoint) {
        return get(endpoint, "/slots")
                .flatMap(Slots::read)
                .map(told -> slots.without(endpoint, told));
    }

    private Optional<EngineMetrics> metrics(Endpoint endpoint) {
        var mark = trials.mark(endpoint);
        return get(endpoint, "/metrics")
                .map(LlamaMonitor::readMetrics)
                .flatMap(all -> trials.without(endpoint, mark, all));
    }

    private Optional<byte[]> get(Endpoint endpoint, String path) {
        try {
            var request = Request.get(endpoint.uri(path), endpoint.key().text());
            var reply = http.send(request, PATIENCE);
            return reply.ok() ? Optional.of(reply.body()) : Optional.empty();
        } catch (IOException mute) {
            return Optional.empty();
        }
    }

    static SlotSnapshot slot(JsonNode slot) {
        boolean busy = Slots.busy(slot);
        int generated = Slots.generated(slot);
        var activity =
                !busy
                        ? Activity.IDLE
                        : generated == 0 ? Activity.READING_PROMPT : Activity.GENERATING;
        return new SlotSnapshot(
                slot.path("id").asInt(0),
                Slots.count(slot, "n_ctx"),
                Slots.count(slot, "n_prompt_tokens"),
                busy ? generated : 0,
                activity);
    }

    static EngineMetrics readMetrics(byte[] body) {
        var values = new HashMap<String, Double>();
        new String(body, StandardCharsets.UTF_8).lines().forEach(line -> put(line, values));
        return new EngineMetrics(
                number("prompt_tokens_total", values),
                values.getOrDefault("prompt_seconds_total", 0.0),
                number("tokens_predicted_total", values),
                values.getOrDefault("tokens_predicted_seconds_total", 0.0),
                (int) number("requests_processing", values),
                (int) number("requests_deferred", values));
    }

    private static long number(String name, Map<String, Double> values) {
        return values.getOrDefault(name, 0.0).longValue();
    }

    private static void put(String line, Map<String, Double> values) {
        int space = line.indexOf(' ');
        if (!line.startsWith(PREFIX) || space < 0) {
            return;
        }
        try {
            double value = Double.parseDouble(line.substring(space + 1));
            // A total that is none, or below nothing, is as good as none.
            if (value >= 0 && value <= MOST) {
                values.put(line.substring(PREFIX.length(), space), value);
            }
        } catch (NumberFormatException unknown) {
            // A value in a form this build does not know is as good as none.
        }
    }
}
