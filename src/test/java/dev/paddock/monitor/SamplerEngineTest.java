package dev.paddock.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerCounts;
import dev.paddock.model.TinyModel;
import dev.paddock.model.UnsupervisedEngine;
import dev.paddock.monitor.SlotSnapshot.Activity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the speeds rest on: which figures of the real engine move while it answers. */
class SamplerEngineTest {
    private static final int TOKENS = 6000;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder;

    /** The time stands still while the engine is asked. */
    private volatile Instant asked = Instant.now();

    @Test
    void theFiguresOfAnAnswerAreThoseOfTheEngine() throws Exception {
        Path model = folder.resolve("tiny.gguf");
        TinyModel.write(model);
        try (var engine = new UnsupervisedEngine(model);
                var sampler = sampler(engine)) {
            engine.get("/health");
            var all = Collections.synchronizedList(new ArrayList<StatusSnapshot>());
            var looking = new CompletableFuture<Void>();
            var idle = new CompletableFuture<Void>();
            sampler.status()
                    .subscribe(
                            status -> {
                                all.add(status);
                                if (status.totals().isPresent()) {
                                    looking.complete(null);
                                }
                                if (generated(status) == TOKENS && busy(status) == 0) {
                                    idle.complete(null);
                                }
                            });
            try (var _ = sampler.attach()) {
                looking.get(20, TimeUnit.SECONDS);
                engine.post(
                        "/completion",
                        "{\"prompt\":\"The\",\"ignore_eos\":true,\"n_predict\":" + TOKENS + "}");
                idle.get(20, TimeUnit.SECONDS);
            }
            var under = all.stream().filter(status -> busy(status) > 0).toList();
            assertTrue(under.size() > 3, "the figures move while the answer is under way");
            assertTrue(generated(under.getLast()) > generated(under.getFirst()));
            for (var status : under.subList(1, under.size())) {
                assertEquals(rate(under.getFirst(), status), status.generationSpeed(), 1e-6);
            }
        }
    }

    /** What the engine said it has written since, by the time of both answers. */
    private static double rate(StatusSnapshot first, StatusSnapshot now) {
        int tokens = now.slots().getFirst().generated() - first.slots().getFirst().generated();
        return tokens / (Duration.between(first.taken(), now.taken()).toNanos() / 1e9);
    }

    private Sampler sampler(UnsupervisedEngine engine) {
        return new Sampler(
                new Sampler.Sources(
                        new Figures(engine),
                        _ -> new DeviceSnapshot(List.of(), 0, 0, OptionalLong.empty()),
                        () -> OptionalLong.of(engine.pid()),
                        () -> new AnswerCounts(0, 0, 0, 0, 0, 0, 0),
                        List.of()),
                () -> asked,
                task -> Ticker.on(Thread.ofVirtual().factory()).start(() -> soon(task)),
                Ticker.on(Thread.ofVirtual().factory()));
    }

    private static long generated(StatusSnapshot status) {
        return status.totals().map(EngineMetrics::generatedTokens).orElse(0L);
    }

    private Duration soon(Supplier<Duration> task) {
        asked = Instant.now();
        task.get();
        return Duration.ofMillis(50);
    }

    private static int busy(StatusSnapshot status) {
        return SlotSnapshot.busy(status.slots());
    }

    private record Figures(UnsupervisedEngine engine) implements EngineMonitor {
        @Override
        public Optional<List<SlotSnapshot>> slots() {
            var slots = new ArrayList<SlotSnapshot>();
            for (var slot : JSON.readTree(ask("/slots"))) {
                int decoded = slot.at("/next_token/0/n_decoded").asInt(0);
                boolean busy = slot.path("is_processing").booleanValue();
                slots.add(
                        new SlotSnapshot(
                                slot.path("id").intValue(),
                                slot.path("n_ctx").intValue(),
                                slot.path("n_prompt_tokens").asInt(0),
                                decoded,
                                busy ? Activity.GENERATING : Activity.IDLE));
            }
            return Optional.of(slots);
        }

        @Override
        public Optional<EngineMetrics> metrics() {
            String all = ask("/metrics");
            long generated = figure(all, "tokens_predicted_total");
            int processing = (int) figure(all, "requests_processing");
            return Optional.of(new EngineMetrics(0, 0, generated, 0, processing, 0));
        }

        private static long figure(String all, String name) {
            return all.lines()
                    .filter(line -> line.startsWith("llamacpp:" + name + " "))
                    .mapToLong(line -> (long) Double.parseDouble(line.split(" ")[1]))
                    .sum();
        }

        private String ask(String path) {
            try {
                return engine.get(path);
            } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
            }
        }
    }
}
