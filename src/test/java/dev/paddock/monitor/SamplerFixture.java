package dev.paddock.monitor;

import dev.paddock.chat.AnswerCounts;
import dev.paddock.monitor.SlotSnapshot.Activity;
import dev.paddock.signal.Signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A sampler of scripted parts, at the pace of the test. */
abstract class SamplerFixture {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final DeviceSnapshot MACHINE = new DeviceSnapshot(List.of(), 1, 2, OptionalLong.of(3));

    final FakeMonitor engine = new FakeMonitor();
    final ManualTicker engineTicker = new ManualTicker();
    final ManualTicker devicesTicker = new ManualTicker();
    final List<OptionalLong> asked = new ArrayList<>();
    Instant now = START;
    OptionalLong pid = OptionalLong.of(42);
    AnswerCounts received = new AnswerCounts(0, 0, 0, 0, 0, 0, 0);

    final Signal<String> event = new Signal<>("");
    final Sampler sampler =
            new Sampler(
                    new Sampler.Sources(
                            engine,
                            enginePid -> {
                                asked.add(enginePid);
                                return MACHINE;
                            },
                            () -> pid,
                            () -> received,
                            List.of(event)),
                    () -> now,
                    engineTicker,
                    devicesTicker);

    void poll(int millis, long generated, SlotSnapshot slot) {
        now = START.plusMillis(millis);
        engine.says(generated, slot);
        engineTicker.tick();
    }

    static SlotSnapshot generating(int tokens) {
        return new SlotSnapshot(0, 4096, 100 + tokens, tokens, Activity.GENERATING);
    }

    static SlotSnapshot idle() {
        return new SlotSnapshot(0, 4096, 100, 0, Activity.IDLE);
    }

    /** Says what it is told, and counts how often it is asked. */
    static final class FakeMonitor implements EngineMonitor {
        final Map<String, Integer> asked = new HashMap<>();
        private Optional<List<SlotSnapshot>> slots = Optional.empty();
        private Optional<EngineMetrics> metrics = Optional.empty();

        void says(long generated, SlotSnapshot slot) {
            slots = Optional.of(List.of(slot));
            int processing = slot.activity() == Activity.IDLE ? 0 : 1;
            metrics =
                    Optional.of(
                            new EngineMetrics(0, 0, generated, seconds(generated), processing, 0));
        }

        void processing(int requests) {
            metrics = metrics.map(m -> with(m, requests, 0));
        }

        void waiting(int requests) {
            metrics = metrics.map(m -> with(m, 0, requests));
        }

        private static EngineMetrics with(EngineMetrics before, int processing, int waiting) {
            long generated = before.generatedTokens();
            return new EngineMetrics(0, 0, generated, seconds(generated), processing, waiting);
        }

        /** At 500 tokens/s. */
        private static double seconds(long generated) {
            return generated / 500.0;
        }

        void tellsSlotsOnly() {
            metrics = Optional.empty();
        }

        void off() {
            slots = Optional.empty();
            metrics = Optional.empty();
        }

        @Override
        public Optional<List<SlotSnapshot>> slots() {
            asked.merge("/slots", 1, Integer::sum);
            return slots;
        }

        @Override
        public Optional<EngineMetrics> metrics() {
            asked.merge("/metrics", 1, Integer::sum);
            return metrics;
        }
    }
}
