package dev.paddock.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerCounts;
import dev.paddock.monitor.SlotSnapshot.Activity;
import dev.paddock.signal.Elsewhere;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

class SamplerTest extends SamplerFixture {
    @Test
    void listenersAreCalledOutsideItsLocks() {
        var elsewhere = new Elsewhere();
        engine.says(5, idle());
        try (var _ = sampler.attach();
                var _ = sampler.status().subscribe(_ -> elsewhere.run(engineTicker::tick))) {
            engineTicker.tick();
        }
        elsewhere.assertEnded(2);
    }

    @Test
    void whatTheEngineIsTooBusyToTellIsKnownFromTheStreams() {
        sampler.attach();
        received = new AnswerCounts(10, 10, 50, 1, 0, 0, 0);
        poll(0, 5, generating(10));
        engine.off();
        received = new AnswerCounts(60, 60, 50, 1, 0, 0, 0);
        now = START.plusSeconds(1);
        engineTicker.tick();
        var status = sampler.status().value();
        assertEquals(List.of(generating(10)), status.slots());
        assertEquals(65, status.totals().orElseThrow().generatedTokens());
        assertEquals(50, status.generationSpeed());
        assertEquals(Duration.ofSeconds(1), engineTicker.pause);
    }

    @Test
    void anEngineThatIsStuckTellsNothingAnyMore() {
        sampler.attach();
        received = new AnswerCounts(10, 10, 50, 1, 0, 0, 0);
        poll(0, 5, generating(10));
        assertTrue(sampler.status().value().answers());
        engine.off();
        received = new AnswerCounts(10, 10, 0, 1, 0, 0, 0);
        now = START.plusSeconds(5);
        engineTicker.tick();
        var status = sampler.status().value();
        assertFalse(status.answers(), "the slots are as they were last");
        assertEquals(List.of(generating(10)), status.slots());
        assertEquals(0, status.generationSpeed());
        int asked = engine.asked.get("/metrics");
        engineTicker.tick();
        assertEquals(asked, engine.asked.get("/metrics"), "one question tells that");
        poll(10_000, 5, generating(11));
        assertTrue(sampler.status().value().answers());
    }

    @Test
    void theFirstAnswerOfANewEngineIsRatedThoughItBeganAndEndedUnseen() {
        pid = OptionalLong.empty();
        sampler.attach();
        engine.off();
        engineTicker.tick();
        pid = OptionalLong.of(43);
        engineTicker.tick();
        assertEquals(
                Optional.of(EngineMetrics.NONE),
                sampler.status().value().totals(),
                "as long as it tells nothing, a trial waits, say");
        poll(1_000, 37, idle());
        assertEquals(rate(37), sampler.status().value().generationSpeed(), 1e-9);
        engine.tellsSlotsOnly();
        received = new AnswerCounts(9, 9, 50, 1, 0, 0, 0);
        engineTicker.tick();
        assertEquals(46, sampler.status().value().totals().orElseThrow().generatedTokens());
    }

    @Test
    void slotsThatWereAskedBeforeAnAnswerEndedAreAskedAgain() {
        sampler.attach();
        poll(0, 0, idle());
        poll(1_000, 37, idle());
        var full = new SlotSnapshot(0, 4096, 150, 0, Activity.IDLE);
        poll(6_000, 37, full);
        assertEquals(List.of(full), sampler.status().value().slots());
    }

    @Test
    void anotherRunIsNoticedWhileNobodyLooks() {
        received = new AnswerCounts(0, 0, 0, 0, 0, 0, 7);
        pid = OptionalLong.of(43);
        event.set("another engine");
        received = new AnswerCounts(0, 0, 0, 0, 0, 0, 8);
        sampler.attach();
        engine.says(5, idle());
        engine.waiting(2);
        engineTicker.tick();
        var totals = sampler.status().value().totals().orElseThrow();
        assertEquals(1, totals.waiting(), "one was given up in this run");
    }

    @Test
    void showsEngineAndMachine() {
        sampler.attach();
        engine.says(5, generating(10));
        devicesTicker.tick();
        engineTicker.tick();
        var status = sampler.status().value();
        assertEquals(List.of(generating(10)), status.slots());
        assertEquals(15, status.totals().orElseThrow().generatedTokens());
        assertEquals(Optional.of(MACHINE), status.devices());
        assertEquals(START, status.taken());
        assertEquals(List.of(OptionalLong.of(42)), asked);
    }

    @Test
    void showsNothingOfAnEngineThatIsOff() {
        sampler.attach();
        poll(0, 5, generating(10));
        engine.off();
        pid = OptionalLong.empty();
        now = now.plusMillis(500);
        engineTicker.tick();
        var status = sampler.status().value();
        assertEquals(List.of(), status.slots());
        assertEquals(Optional.empty(), status.totals());
        assertEquals(0, status.generationSpeed());
    }

    @Test
    void theMemoryOfAnEngineIsItsOwn() {
        sampler.attach();
        devicesTicker.tick();
        poll(0, 5, idle());
        assertEquals(Optional.of(MACHINE), sampler.status().value().devices());
        assertEquals(OptionalLong.of(42), sampler.status().value().engine());
        pid = OptionalLong.of(43);
        poll(1_000, 5, idle());
        var status = sampler.status().value();
        assertEquals(OptionalLong.of(43), status.engine());
        assertEquals(OptionalLong.empty(), status.devices().orElseThrow().engineBytes());
        devicesTicker.tick();
        poll(2_000, 5, idle());
        assertEquals(Optional.of(MACHINE), sampler.status().value().devices());
    }

    @Test
    void derivesSpeedsAndRemembersThem() {
        sampler.attach();
        poll(0, 0, generating(100));
        poll(500, 0, generating(200));
        poll(1000, 250, idle());
        poll(1500, 250, idle());
        assertEquals(
                List.of(
                        new SpeedPoint(START, 0, 0),
                        new SpeedPoint(START.plusMillis(500), 0, 200),
                        new SpeedPoint(START.plusMillis(1000), 0, rate(250)),
                        new SpeedPoint(START.plusMillis(1500), 0, 0)),
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
        assertEquals(1150, sampler.status().value().totals().orElseThrow().generatedTokens());
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
        assertEquals(rate(5000), sampler.status().value().generationSpeed(), 1e-9, "all by itself");
        poll(61_000, 5050, idle());
        assertEquals(rate(50), sampler.status().value().generationSpeed(), 1e-9);
    }

    /** Of an answer that was not seen under way: its first token takes no time. */
    private static double rate(int tokens) {
        return 500.0 * (tokens - 1) / tokens;
    }

    @Test
    void isOverWhenClosed() {
        sampler.attach();
        sampler.close();
        sampler.close();
        sampler.attach().close();
        assertEquals(0, engineTicker.running() + devicesTicker.running());
    }
}
