package dev.paddock.monitor;

import dev.paddock.chat.AnswerCounts;
import dev.paddock.monitor.SlotSnapshot.Activity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Momentary speeds from one reading of the engine after the other, and from what the app receives.
 *
 * <p>Answers of this app are rated by their streams, as the engine rates them at their end: all
 * their tokens since the first. Those of other programs, of which only the slots tell, are rated
 * since they were first seen, as is a prompt that is being read. What began and ended between two
 * readings is rated by what the engine has added to its totals: it adds a prompt when it has read
 * it, and an answer when that has ended. Not safe for several threads.
 */
final class SpeedMeter {
    private final Rates reading = new Rates(Activity.READING_PROMPT, SlotSnapshot::tokensInUse);
    private final Rates writing = new Rates(Activity.GENERATING, SlotSnapshot::generated);
    private Optional<EngineMetrics> before = Optional.empty();
    private double promptSpeed;
    private double generationSpeed;

    /** Forgets all: what comes next is compared with nothing before it. */
    void reset() {
        reading.clear();
        writing.clear();
        before = Optional.empty();
        promptSpeed = 0;
        generationSpeed = 0;
    }

    /** Of an engine that has done nothing yet. */
    void begin() {
        reset();
        before = Optional.of(EngineMetrics.NONE);
    }

    void update(
            Instant now, List<SlotSnapshot> slots, EngineMetrics totals, AnswerCounts received) {
        double readNow = reading.update(now, slots);
        double writtenNow = writing.update(now, slots);
        promptSpeed = readNow > 0 ? readNow : before.map(b -> readSince(b, totals)).orElse(0.0);
        boolean others = SlotSnapshot.busy(slots) > received.atWork();
        if (others) {
            generationSpeed = Math.max(writtenNow, received.tokensPerSecond());
        } else if (received.tokensPerSecond() > 0) {
            generationSpeed = received.tokensPerSecond() * joined(slots, received);
        } else {
            generationSpeed = before.map(b -> writtenSince(b, totals)).orElse(0.0);
        }
        before = Optional.of(totals);
    }

    /** In place of {@link #update} when the engine has no time to tell anything. */
    void update(AnswerCounts received) {
        promptSpeed = 0;
        generationSpeed = received.tokensPerSecond();
    }

    /** Tokens/s; 0 when none. */
    double promptSpeed() {
        return promptSpeed;
    }

    /** Tokens/s; 0 when none. */
    double generationSpeed() {
        return generationSpeed;
    }

    /** How many tokens a piece of text has on the average: the engine joins those of one letter. */
    private static double joined(List<SlotSnapshot> slots, AnswerCounts received) {
        return Math.max(1, (double) SlotSnapshot.generated(slots) / received.underWayTokens());
    }

    /** Fewer tokens than before mean another engine. */
    private static double readSince(EngineMetrics before, EngineMetrics totals) {
        return rate(
                totals.promptTokens() - before.promptTokens(),
                totals.promptSeconds() - before.promptSeconds());
    }

    /**
     * One token has no speed: the engine times an answer from its first token on, so that one alone
     * seems to take no time. It leaves the first one out of its speed as well, which is what stands
     * below the answer; between two readings there is rarely more than one answer.
     */
    private static double writtenSince(EngineMetrics before, EngineMetrics totals) {
        long tokens = totals.generatedTokens() - before.generatedTokens();
        return tokens > 1
                ? rate(tokens - 1, totals.generatedSeconds() - before.generatedSeconds())
                : 0;
    }

    private static double rate(double tokens, double seconds) {
        return tokens > 0 && seconds > 0 ? tokens / seconds : 0;
    }

    /** Of the slots that do one thing, each since it was first seen at it. */
    private static final class Rates {
        private final Activity activity;
        private final ToIntFunction<SlotSnapshot> tokens;
        private final Map<Integer, First> first = new HashMap<>();

        private record First(Instant seen, int tokens) {}

        Rates(Activity activity, ToIntFunction<SlotSnapshot> tokens) {
            this.activity = activity;
            this.tokens = tokens;
        }

        void clear() {
            first.clear();
        }

        double update(Instant now, List<SlotSnapshot> slots) {
            return slots.stream().mapToDouble(slot -> update(now, slot)).sum();
        }

        private double update(Instant now, SlotSnapshot slot) {
            if (slot.activity() != activity) {
                first.remove(slot.id());
                return 0;
            }
            int count = tokens.applyAsInt(slot);
            var since = first.get(slot.id());
            if (since == null || count < since.tokens()) {
                first.put(slot.id(), new First(now, count));
                return 0;
            }
            return rate(
                    count - since.tokens(), Duration.between(since.seen(), now).toNanos() / 1e9);
        }
    }
}
