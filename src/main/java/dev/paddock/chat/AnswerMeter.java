package dev.paddock.chat;

import dev.paddock.chat.ChatEvent.PromptProgress;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts and times an answer by what arrives of it, as long as the engine has not told its own
 * figures: that comes with the end, which stopped and broken answers never see. Asking the engine
 * to tell them with every token costs more than the token itself. A text that arrives is counted as
 * one token; the engine joins the tokens of one character, so that emoji are counted too low.
 *
 * <p>Fed by one thread, read by any.
 */
final class AnswerMeter {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1_000;

    /** A gap between two tokens is usual up to here, and up to so many times the mean one. */
    private static final long USUAL_GAP_NANOS = 2_000 * NANOS_PER_MILLI;

    private static final int USUAL_GAPS = 5;

    /** What comes so soon after the first token came with it, and says nothing of a speed. */
    private static final long FIRST_BURST_NANOS = 20 * NANOS_PER_MILLI;

    /** In less time, how a few tokens are packed counts for more than how fast they are. */
    private static final long LEAST_SPAN_NANOS = 100 * NANOS_PER_MILLI;

    private static final int A_FEW = 20;

    private final LongSupplier nanoTime;
    private volatile long began;
    private volatile boolean sent;
    private volatile Optional<PromptProgress> prompt = Optional.empty();
    private long first;
    private long timedFrom;
    private int untimed;
    private long last;
    private volatile int tokens;

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    AnswerMeter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
    }

    /** The request is sent now; without a call, since this was made. */
    void sent() {
        began = nanoTime.getAsLong();
        sent = true;
    }

    void read(PromptProgress progress) {
        prompt = Optional.of(progress);
    }

    void token() {
        last = nanoTime.getAsLong();
        if (tokens == 0) {
            first = last;
        }
        if (last - first <= FIRST_BURST_NANOS) {
            timedFrom = last;
            untimed = tokens + 1;
        }
        // Written last, and read first by the others: they see the times that belong to it.
        tokens = tokens + 1;
    }

    Optional<PromptProgress> prompt() {
        return prompt;
    }

    /** At its end: it may have waited for a slot all the time. Empty when it was not even sent. */
    Optional<AnswerStatistics> whole() {
        return statistics()
                .or(
                        () -> {
                            long waited = (nanoTime.getAsLong() - began) / NANOS_PER_MILLI;
                            var none = new AnswerStatistics(0, 0, 0, waited, 0, 0, waited);
                            return sent ? Optional.of(none) : Optional.empty();
                        });
    }

    /** Whether tokens still come: one has, not much longer ago than they are apart. */
    boolean flows() {
        int count = tokens;
        if (count == 0) {
            return false;
        }
        long usual = count > 1 ? USUAL_GAPS * ((last - first) / (count - 1)) : 0;
        return nanoTime.getAsLong() - last <= Math.max(USUAL_GAP_NANOS, usual);
    }

    /** Empty until the engine has begun with it. */
    Optional<AnswerStatistics> statistics() {
        int count = tokens;
        if (count == 0 && prompt.isEmpty()) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        return Optional.of(
                new AnswerStatistics(
                        prompt.map(PromptProgress::total).orElse(0),
                        prompt.map(PromptProgress::cached).orElse(0),
                        count,
                        ((count > 0 ? first : now) - began) / NANOS_PER_MILLI,
                        prompt.map(AnswerMeter::readingSpeed).orElse(0.0),
                        writingSpeed(count),
                        (now - began) / NANOS_PER_MILLI));
    }

    /** 0 as long as it cannot be told. */
    private double writingSpeed(int count) {
        long span = last - timedFrom;
        int timed = count - untimed;
        boolean told = span > 0 && (timed > A_FEW || span >= LEAST_SPAN_NANOS);
        return told ? Math.max(0, timed) * NANOS_PER_SECOND / span : 0;
    }

    /** The engine tells whole milliseconds: none of them have passed for a short prompt. */
    private static double readingSpeed(PromptProgress prompt) {
        int read = Math.max(0, prompt.processed() - prompt.cached());
        return read * MILLIS_PER_SECOND / Math.max(1, prompt.millis());
    }
}
