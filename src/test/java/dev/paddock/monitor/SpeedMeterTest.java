package dev.paddock.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.AnswerCounts;
import dev.paddock.monitor.SlotSnapshot.Activity;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class SpeedMeterTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SpeedMeter meter = new SpeedMeter();

    @Test
    void theFirstReadingHasNothingToCompareWith() {
        update(START, List.of(generating(0, 500)), totals(100, 1, 5000));
        assertEquals(0, meter.generationSpeed());
        assertEquals(0, meter.promptSpeed());
    }

    @Test
    void ratesAnswersOfOthersSinceTheyWereFirstSeen() {
        update(at(0), List.of(generating(0, 100)), totals(0, 0, 5000));
        update(at(500), List.of(generating(0, 150)), totals(0, 0, 5000));
        assertEquals(100, meter.generationSpeed(), 1e-9);
        update(at(1500), List.of(generating(0, 160)), totals(0, 0, 5000));
        assertEquals(40, meter.generationSpeed(), 1e-9);
    }

    @Test
    void addsUpTheSlots() {
        update(at(0), List.of(generating(0, 10), generating(1, 20)), totals(0, 0, 0));
        update(at(1000), List.of(generating(0, 40), generating(1, 25)), totals(0, 0, 0));
        assertEquals(35, meter.generationSpeed(), 1e-9);
    }

    @Test
    void ratesAnAnswerThatHasJustEndedByTheTimeItTook() {
        update(at(0), List.of(generating(0, 90)), totals(0, 0, 1000));
        update(at(1000), List.of(idle(0)), new EngineMetrics(0, 0, 1101, 0.5, 0, 0));
        assertEquals(200, meter.generationSpeed(), 1e-9);
        update(at(2000), List.of(idle(0)), new EngineMetrics(0, 0, 1101, 0.5, 0, 0));
        assertEquals(0, meter.generationSpeed(), 1e-9);
    }

    @Test
    void aSingleTokenHasNoSpeed() {
        update(at(0), List.of(idle(0)), totals(0, 0, 0));
        update(at(1000), List.of(idle(0)), new EngineMetrics(2, 0.02, 1, 1e-6, 0, 0));
        assertEquals(0, meter.generationSpeed(), "the trial's");
        assertEquals(100, meter.promptSpeed(), 1e-9);
    }

    @Test
    void ratesAnswersOfThisAppByTheirStreams() {
        meter.update(at(0), List.of(generating(0, 9)), totals(0, 0, 0), receiving(9, 118));
        assertEquals(118, meter.generationSpeed(), 1e-9, "from the first reading on");
        meter.update(at(10), List.of(generating(0, 10)), totals(0, 0, 0), receiving(20, 118));
        assertEquals(118, meter.generationSpeed(), 1e-9, "however late the slots were read");
        meter.update(at(20), List.of(generating(0, 60)), totals(0, 0, 0), receiving(30, 118));
        assertEquals(236, meter.generationSpeed(), 1e-9, "two tokens come as one letter");
        meter.update(receiving(40, 120));
        assertEquals(120, meter.generationSpeed(), 1e-9, "while the engine is too busy to tell");
    }

    @Test
    void addsAnswersOfOthersToThoseOfThisApp() {
        var before = List.of(generating(0, 100), generating(1, 50));
        var now = List.of(generating(0, 200), generating(1, 60));
        meter.update(at(0), before, totals(0, 0, 0), receiving(50, 10));
        meter.update(at(1000), now, totals(0, 0, 0), receiving(60, 10));
        assertEquals(110, meter.generationSpeed(), 1e-9);
    }

    @Test
    void isNeverNegative() {
        update(at(0), List.of(generating(0, 400)), totals(900, 2, 1000));
        update(at(1000), List.of(idle(0)), totals(0, 0, 0));
        assertEquals(0, meter.generationSpeed());
        assertEquals(0, meter.promptSpeed());
        update(at(1000), List.of(generating(0, 50)), totals(0, 0, 0));
        assertEquals(0, meter.generationSpeed());
    }

    @Test
    void ratesAReadPromptByTheTimeItTook() {
        update(at(0), List.of(idle(0)), totals(1000, 10, 0));
        update(at(500), List.of(generating(0, 3)), totals(1300, 10.1, 0));
        assertEquals(3000, meter.promptSpeed(), 1e-6);
        update(at(1000), List.of(generating(0, 9)), totals(1300, 10.1, 0));
        assertEquals(0, meter.promptSpeed());
    }

    @Test
    void ratesAPromptThatIsStillRead() {
        update(at(0), List.of(reading(0, 22_000)), totals(0, 0, 0));
        update(at(500), List.of(reading(0, 2048)), totals(0, 0, 0));
        assertEquals(0, meter.promptSpeed(), "22,000 belonged to the chat before");
        update(at(1000), List.of(reading(0, 4096)), totals(0, 0, 0));
        assertEquals(4096, meter.promptSpeed(), 1e-6);
        update(at(1500), List.of(reading(0, 4096)), totals(0, 0, 0));
        assertEquals(2048, meter.promptSpeed(), 1e-6);
        update(at(2000), List.of(generating(0, 1)), totals(6000, 2, 0));
        assertEquals(3000, meter.promptSpeed(), 1e-6);
    }

    /** While this app receives nothing. */
    private void update(Instant now, List<SlotSnapshot> slots, EngineMetrics totals) {
        meter.update(now, slots, totals, new AnswerCounts(0, 0, 0, 0, 0, 0, 0));
    }

    private static AnswerCounts receiving(int tokens, double speed) {
        return new AnswerCounts(tokens, tokens, speed, 1, 0, 0, 0);
    }

    private static Instant at(int millis) {
        return START.plusMillis(millis);
    }

    private static EngineMetrics totals(long prompt, double seconds, long generated) {
        return new EngineMetrics(prompt, seconds, generated, 0, 0, 0);
    }

    private static SlotSnapshot generating(int id, int tokens) {
        return new SlotSnapshot(id, 4096, 100 + tokens, tokens, Activity.GENERATING);
    }

    private static SlotSnapshot reading(int id, int tokens) {
        return new SlotSnapshot(id, 32_768, tokens, 0, Activity.READING_PROMPT);
    }

    private static SlotSnapshot idle(int id) {
        return new SlotSnapshot(id, 4096, 100, 77, Activity.IDLE);
    }
}
