package dev.paddock.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.monitor.SlotSnapshot.Activity;
import dev.paddock.signal.Elsewhere;
import dev.paddock.signal.Signal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class SamplerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final DeviceSnapshot MACHINE =
            new DeviceSnapshot(List.of(), 1, 2, OptionalLong.of(3));

    private final FakeMonitor engine = new FakeMonitor();
    private final ManualTicker engineTicker = new ManualTicker();
    private final ManualTicker devicesTicker = new ManualTicker();
    private final List<OptionalLong> asked = new ArrayList<>();
    private Instant now = START;
    private OptionalLong pid = OptionalLong.of(42);

    private final Signal<String> event = new Signal<>("");
    private final Sampler sampler =
            new Sampler(
                    engine,
                    enginePid -> {
                        asked.add(enginePid);
                        return MACHINE;
                    },
                    () -> pid,
                    List.of(event),
                    () -> now,
                    engineTicker,
                    devicesTicker);

    @Test
    void listenersAreCalledOutsideItsLocks() {
        var elsewhere = new Elsewhere();
        try (var _ = sampler.attach();
                var _ = sampler.status().subscribe(_ -> elsewhere.run(engineTicker::tick))) {
            engineTicker.tick();
        }
        elsewhere.assertEnded(2);
    }

    @Test
    void asksNothingWhileNobodyLooks() {
        assertEquals(0, engineTicker.running() + devicesTicker.running());
        var first = sampler.attach();
        var second = sampler.attach();
        assertEquals(1, engineTicker.running());
        first.close();
        first.close();
        assertEquals(1, engineTicker.running());
        second.close();
        assertEquals(0, engineTicker.running() + devicesTicker.running());
        sampler.attach();
        assertEquals(1, engineTicker.running());
        assertEquals(1, devicesTicker.running());
    }

    @Test
    void asksOnceASecondWhileTheEngineWorks() {
        sampler.attach();
        poll(0, 5, generating(10));
        devicesTicker.tick();
        assertEquals(Duration.ofSeconds(1), engineTicker.pause);
        assertEquals(Duration.ofSeconds(2), devicesTicker.pause);
        assertEquals(1, engine.asked.get("/slots"));
        assertEquals(1, engine.asked.get("/metrics"));
    }

    @Test
    void asksSeldomWhileNothingChanges() {
        sampler.attach();
        poll(0, 5, idle());
        devicesTicker.tick();
        assertEquals(Duration.ofSeconds(5), engineTicker.pause);
        assertEquals(Duration.ofSeconds(10), devicesTicker.pause);
        engine.off();
        pid = OptionalLong.empty();
        engineTicker.tick();
        assertEquals(Duration.ofSeconds(5), engineTicker.pause);
    }

    @Test
    void asksOnceASecondUntilAStartingEngineAnswersAndAWaitingOneIsServed() {
        sampler.attach();
        engine.off();
        engineTicker.tick();
        assertEquals(Duration.ofSeconds(1), engineTicker.pause);
        poll(1000, 5, idle());
        engine.waiting(1);
        engineTicker.tick();
        assertEquals(Duration.ofSeconds(1), engineTicker.pause);
    }

    @Test
    void looksAgainWhenSomethingBeginsOrEnds() {
        event.set("nobody looks");
        assertEquals(0, engineTicker.hurries);
        var looking = sampler.attach();
        event.set("an answer begins");
        assertEquals(1, engineTicker.hurries);
        assertEquals(1, devicesTicker.hurries);
        looking.close();
        event.set("nobody looks any more");
        assertEquals(1, engineTicker.hurries);
    }

    @Test
    void showsEngineAndMachine() {
        sampler.attach();
        engine.says(5, generating(10));
        devicesTicker.tick();
        engineTicker.tick();
        var status = sampler.status().value();
        assertEquals(List.of(generating(10)), status.slots());
        assertEquals(5, status.totals().orElseThrow().generatedTokens());
        assertEquals(Optional.of(MACHINE), status.devices());
        assertEquals(START, status.taken());
        assertEquals(List.of(OptionalLong.of(42)), asked);
    }

    @Test
    void showsNothingOfAnEngineThatIsOff() {
        sampler.attach();
        poll(0, 5, generating(10));
        engine.off();
        now = now.plusMillis(500);
        engineTicker.tick();
        var status = sampler.status().value();
        assertEquals(List.of(), status.slots());
        assertEquals(Optional.empty(), status.totals());
        assertEquals(0, status.generationSpeed());
    }

    @Test
    void saysOfAnEngineThatIsOffOnlyWhatIsNew() {
        sampler.attach();
        poll(0, 5, generating(10));
        engine.off();
        pid = OptionalLong.empty();
        var seen = new ArrayList<Instant>();
        sampler.status().subscribe(status -> seen.add(status.taken()));
        for (int second = 1; second <= 3; second++) {
            now = START.plusSeconds(second);
            engineTicker.tick();
        }
        assertEquals(List.of(START, START.plusSeconds(1)), seen);
        devicesTicker.tick();
        engineTicker.tick();
        engineTicker.tick();
        assertEquals(List.of(START, START.plusSeconds(1), START.plusSeconds(3)), seen);
        pid = OptionalLong.of(43);
        poll(4000, 6, generating(1));
        assertEquals(START.plusSeconds(4), seen.getLast());
    }

    @Test
    void derivesSpeedsAndRemembersThem() {
        sampler.attach();
        poll(0, 0, generating(100));
        poll(500, 0, generating(200));
        poll(1000, 250, idle());
        assertEquals(
                List.of(
                        new SpeedPoint(START, 0, 0),
                        new SpeedPoint(START.plusMillis(500), 0, 200),
                        new SpeedPoint(START.plusMillis(1000), 0, 100)),
                sampler.speeds());
    }

    @Test
    void anAnswerThatEndsBetweenTheQuestionsCountsOnce() {
        sampler.attach();
        poll(0, 1000, generating(100));
        now = START.plusMillis(500);
        engine.says(1150, generating(140));
        engine.processing(0);
        engineTicker.tick();
        assertEquals(START, sampler.status().value().taken(), "the torn reading is not shown");
        poll(1000, 1150, idle());
        assertEquals(50, sampler.status().value().generationSpeed(), 1e-9);
        assertEquals(List.of(idle()), sampler.status().value().slots());
    }

    @Test
    void forgetsAfterTwoMinutes() {
        sampler.attach();
        for (int second = 0; second <= 300; second++) {
            poll(1000 * second, 10L * second, idle());
        }
        var speeds = sampler.speeds();
        assertEquals(121, speeds.size());
        assertEquals(START.plusSeconds(180), speeds.getFirst().taken());
        assertTrue(speeds.stream().allMatch(point -> point.generation() == 10));
    }

    @Test
    void doesNotCompareAcrossAGapOrAnotherEngine() {
        var first = sampler.attach();
        poll(0, 100, idle());
        first.close();
        sampler.attach();
        poll(60_000, 900, idle());
        assertEquals(0, sampler.status().value().generationSpeed());
        pid = OptionalLong.of(43);
        poll(60_500, 5000, idle());
        assertEquals(0, sampler.status().value().generationSpeed());
        poll(61_000, 5050, idle());
        assertEquals(100, sampler.status().value().generationSpeed(), 1e-9);
    }

    @Test
    void isOverWhenClosed() {
        sampler.attach();
        sampler.close();
        sampler.close();
        sampler.attach().close();
        assertEquals(0, engineTicker.running() + devicesTicker.running());
    }

    private void poll(int millis, long generated, SlotSnapshot slot) {
        now = START.plusMillis(millis);
        engine.says(generated, slot);
        engineTicker.tick();
    }

    private static SlotSnapshot generating(int tokens) {
        return new SlotSnapshot(0, 4096, 100 + tokens, tokens, Activity.GENERATING);
    }

    private static SlotSnapshot idle() {
        return new SlotSnapshot(0, 4096, 100, 0, Activity.IDLE);
    }

    /** Says what it is told, and counts how often it is asked. */
    private static final class FakeMonitor implements EngineMonitor {
        private final Map<String, Integer> asked = new HashMap<>();
        private Optional<List<SlotSnapshot>> slots = Optional.empty();
        private Optional<EngineMetrics> metrics = Optional.empty();

        void says(long generated, SlotSnapshot slot) {
            slots = Optional.of(List.of(slot));
            int processing = slot.activity() == Activity.IDLE ? 0 : 1;
            metrics = Optional.of(new EngineMetrics(0, 0, generated, 0, processing, 0));
        }

        void processing(int requests) {
            metrics =
                    metrics.map(m -> new EngineMetrics(0, 0, m.generatedTokens(), 0, requests, 0));
        }

        void waiting(int requests) {
            metrics =
                    metrics.map(m -> new EngineMetrics(0, 0, m.generatedTokens(), 0, 0, requests));
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
