package dev.paddock.monitor;

import dev.paddock.monitor.SlotSnapshot.Activity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Momentary speeds from one reading of the engine after the other.
 *
 * <p>The engine adds a prompt to its totals when it has read it, and an answer when that has ended.
 * So what was generated up to now is the total and the running answers of the slots. A prompt is
 * rated by the time the engine took to read it; while it is still being read, by what the slot has
 * taken in since we first saw it read. Not safe for several threads.
 */
final class SpeedMeter {
    private final Map<Integer, Reading> readings = new HashMap<>();
    private Optional<Before> before = Optional.empty();
    private double promptSpeed;
    private double generationSpeed;

    private record Before(Instant taken, EngineMetrics totals, long generated) {}

    /** A prompt being read, as it was first seen. */
    private record Reading(Instant since, int tokens) {}

    /** Forgets all: what comes next is compared with nothing before it. */
    void reset() {
        readings.clear();
        before = Optional.empty();
        promptSpeed = 0;
        generationSpeed = 0;
    }

    void update(Instant now, List<SlotSnapshot> slots, EngineMetrics totals) {
        long generated = totals.generatedTokens() + running(slots);
        double underWay = readingSpeed(now, slots);
        promptSpeed = underWay > 0 ? underWay : before.map(b -> read(b, totals)).orElse(0.0);
        generationSpeed = before.map(b -> perSecond(b, now, generated)).orElse(0.0);
        before = Optional.of(new Before(now, totals, generated));
    }

    /** Tokens/s; 0 when none. */
    double promptSpeed() {
        return promptSpeed;
    }

    /** Tokens/s; 0 when none. */
    double generationSpeed() {
        return generationSpeed;
    }

    private static long running(List<SlotSnapshot> slots) {
        return slots.stream()
                .filter(slot -> slot.activity() != Activity.IDLE)
                .mapToLong(SlotSnapshot::generated)
                .sum();
    }

    /** Of prompts read to their ends since; fewer tokens than before mean another engine. */
    private static double read(Before before, EngineMetrics totals) {
        long tokens = totals.promptTokens() - before.totals().promptTokens();
        double seconds = totals.promptSeconds() - before.totals().promptSeconds();
        return tokens > 0 && seconds > 0 ? tokens / seconds : 0;
    }

    private static double perSecond(Before before, Instant now, long generated) {
        double seconds = seconds(before.taken(), now);
        return seconds > 0 ? Math.max(0, generated - before.generated()) / seconds : 0;
    }

    private double readingSpeed(Instant now, List<SlotSnapshot> slots) {
        double sum = 0;
        for (var slot : slots) {
            if (slot.activity() != Activity.READING_PROMPT) {
                readings.remove(slot.id());
                continue;
            }
            var first = readings.get(slot.id());
            if (first == null || slot.tokensInUse() < first.tokens()) {
                readings.put(slot.id(), new Reading(now, slot.tokensInUse()));
                continue;
            }
            double seconds = seconds(first.since(), now);
            sum += seconds > 0 ? (slot.tokensInUse() - first.tokens()) / seconds : 0;
        }
        return sum;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
