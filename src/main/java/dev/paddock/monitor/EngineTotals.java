package dev.paddock.monitor;

import dev.paddock.chat.AnswerCounts;

import java.util.List;
import java.util.Optional;

/**
 * What one run of the engine has done, from its own totals and what the app knows better: the
 * engine adds an answer when that has ended, many builds none that was stopped, and it counts a
 * request that waits until it gets a slot, even when nobody waits for it any more. Not safe for
 * several threads.
 */
final class EngineTotals {
    private AnswerCounts last;

    /** What the engine knew of, ended and under way. */
    private long counted;

    /** What it has forgotten since. */
    private long lost;

    /** Requests that were given up but still wait in the engine. */
    private long abandoned;

    /** Whether the engine knew of fewer the last time, which may have been before they came. */
    private boolean missed;

    private int toldWaiting;

    private Optional<EngineMetrics> shown = Optional.empty();

    /**
     * @param begin what the app had received when this run began
     */
    EngineTotals(AnswerCounts begin) {
        last = begin;
    }

    /** Another run. */
    void restart(AnswerCounts begin) {
        last = begin;
        counted = 0;
        lost = 0;
        abandoned = 0;
        missed = false;
        toldWaiting = 0;
        shown = Optional.empty();
    }

    /** The newest; none until the engine has told some. */
    Optional<EngineMetrics> shown() {
        return shown;
    }

    /**
     * @param slots as they were when the engine told its totals
     */
    void update(EngineMetrics told, List<SlotSnapshot> slots, AnswerCounts now) {
        long before = counted;
        counted = told.generatedTokens() + SlotSnapshot.generated(slots);
        if (counted < before) {
            lost += before - counted + now.tokens() - last.tokens();
        }
        long unknown = Math.max(0, told.waiting() - now.waiting());
        abandoned += now.leftWaiting() - last.leftWaiting();
        long others = Math.max(0, unknown - abandoned);
        forget(told.waiting(), unknown);
        shown = Optional.of(with(told, counted + lost, (int) (now.waiting() + others)));
        last = now;
    }

    /** The abandoned ones that the engine has let go of, or never had. */
    private void forget(int waiting, long unknown) {
        boolean fewer = abandoned > unknown;
        if (fewer && (missed || waiting < toldWaiting)) {
            abandoned = unknown;
        }
        missed = fewer && abandoned > unknown;
        toldWaiting = waiting;
    }

    /** While the engine has no time to tell anything, by what has arrived since. */
    void update(AnswerCounts now) {
        abandoned += now.leftWaiting() - last.leftWaiting();
        long more = now.tokens() - last.tokens();
        shown = shown.map(told -> with(told, told.generatedTokens() + more, now.waiting()));
        last = now;
    }

    private static EngineMetrics with(EngineMetrics told, long generated, int waiting) {
        return new EngineMetrics(
                told.promptTokens(),
                told.promptSeconds(),
                generated,
                told.generatedSeconds(),
                told.processing(),
                waiting);
    }
}
