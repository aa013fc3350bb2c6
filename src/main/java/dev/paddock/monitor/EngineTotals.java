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
    /** When the engine told something last. */
    private AnswerCounts last;

    private long leftWaiting;

    /** What the engine knew of, ended and under way. */
    private long counted;

    /** What it has forgotten since. */
    private long lost;

    /** Requests that were given up but still wait in the engine. */
    private long abandoned;

    /** Whether the engine knew of fewer the last time, which may have been before they came. */
    private boolean missed;

    private int toldWaiting;

    private Optional<EngineMetrics> told = Optional.empty();
    private Optional<EngineMetrics> shown = Optional.empty();

    /**
     * @param begin what the app had received when this run began
     */
    EngineTotals(AnswerCounts begin) {
        last = begin;
        leftWaiting = begin.leftWaiting();
    }

    /**
     * Another run.
     *
     * @param on whether there is an engine, which has done nothing yet
     */
    void restart(AnswerCounts begin, boolean on) {
        last = begin;
        leftWaiting = begin.leftWaiting();
        counted = 0;
        lost = 0;
        abandoned = 0;
        missed = false;
        toldWaiting = 0;
        told = on ? Optional.of(EngineMetrics.NONE) : Optional.empty();
        shown = told;
    }

    /** The newest; none of an engine that is off, or was on before and has told none. */
    Optional<EngineMetrics> shown() {
        return shown;
    }

    /**
     * @param slots as they were when the engine told its totals
     */
    void update(EngineMetrics now, List<SlotSnapshot> slots, AnswerCounts received) {
        long before = counted;
        counted = now.generatedTokens() + SlotSnapshot.generated(slots);
        if (counted < before) {
            lost += before - counted + received.tokens() - last.tokens();
        }
        long unknown = Math.max(0, now.waiting() - received.waiting());
        abandon(received);
        long others = Math.max(0, unknown - abandoned);
        forget(now.waiting(), unknown);
        // One of ours that has a slot, and nothing to show yet, does not wait for one.
        int ours = Math.min(now.waiting(), received.waiting());
        told = Optional.of(with(now, counted + lost, (int) (ours + others)));
        shown = told;
        last = received;
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
        abandon(now);
        long more = now.tokens() - last.tokens();
        shown =
                told.map(
                        all ->
                                with(
                                        all,
                                        all.generatedTokens() + more,
                                        Math.min(all.waiting(), now.waiting())));
    }

    private void abandon(AnswerCounts now) {
        abandoned += now.leftWaiting() - leftWaiting;
        leftWaiting = now.leftWaiting();
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
