package dev.paddock.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.monitor.SlotSnapshot.Activity;
import dev.paddock.signal.Elsewhere;
import dev.paddock.signal.Subscription;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

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

    private final Sampler sampler =
            new Sampler(
                    engine,
                    enginePid -> {
                        asked.add(enginePid);
                        return MACHINE;
                    },
                    () -> pid,
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
    void asksAtTheAgreedPace() {
        sampler.attach();
        engineTicker.tick();
        devicesTicker.tick();
        assertEquals(Duration.ofMillis(500), engineTicker.pause);
        assertEquals(Duration.ofSeconds(2), devicesTicker.pause);
        pid = OptionalLong.empty();
        for (int poll = 0; poll < 2; poll++) {
            engineTicker.tick();
            assertEquals(Duration.ofSeconds(1), engineTicker.pause);
        }
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
        engine.laterSlots.add(List.of(idle()));
        engineTicker.tick();
        assertEquals(100, sampler.status().value().generationSpeed(), 1e-9);
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

    /** Says what it is told; {@code laterSlots} are for the questions after the first. */
    private static final class FakeMonitor implements EngineMonitor {
        private final ArrayDeque<List<SlotSnapshot>> laterSlots = new ArrayDeque<>();
        private Optional<List<SlotSnapshot>> slots = Optional.empty();
        private Optional<EngineMetrics> metrics = Optional.empty();

        void says(long generated, SlotSnapshot slot) {
            slots = Optional.of(List.of(slot));
            metrics = Optional.of(new EngineMetrics(0, 0, generated, 0, 0, 0));
        }

        void off() {
            slots = Optional.empty();
            metrics = Optional.empty();
        }

        @Override
        public Optional<List<SlotSnapshot>> slots() {
            var now = slots;
            Optional.ofNullable(laterSlots.poll()).ifPresent(next -> slots = Optional.of(next));
            return now;
        }

        @Override
        public Optional<EngineMetrics> metrics() {
            return metrics;
        }
    }

    private static final class ManualTicker implements Ticker {
        private final List<Supplier<Duration>> tasks = new ArrayList<>();
        private Duration pause = Duration.ZERO;

        @Override
        public Subscription start(Supplier<Duration> task) {
            tasks.add(task);
            return () -> tasks.remove(task);
        }

        int running() {
            return tasks.size();
        }

        void tick() {
            List.copyOf(tasks).forEach(task -> pause = task.get());
        }
    }
}
