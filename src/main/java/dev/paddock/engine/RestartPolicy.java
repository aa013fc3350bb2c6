package dev.paddock.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether an engine that ended by itself is started again. Immutable; each crash gives the policy
 * for the next one. What fails the same way every time is never retried.
 *
 * @param crashes when the recent ones were, on the supervisor's monotonic clock
 * @param kills how many of the recent ends were a SIGKILL
 */
record RestartPolicy(List<Duration> crashes, int kills) {
    static final int MOST_RESTARTS = 3;
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final Duration FORGIVEN_AFTER = Duration.ofMinutes(10);

    RestartPolicy {
        crashes = List.copyOf(crashes);
    }

    static RestartPolicy fresh() {
        return new RestartPolicy(List.of(), 0);
    }

    /** What to do next, and the policy to ask the next time. */
    sealed interface Step {
        /** Start again after {@code delay}; {@code attempt} counts from 1. */
        record Again(Duration delay, int attempt, RestartPolicy next) implements Step {}

        record GiveUp(Failure failure) implements Step {}
    }

    /**
     * @param now on the monotonic clock
     * @param readyFor how long the engine had been ready; empty when it never was
     */
    Step after(Failure failure, Duration now, Optional<Duration> readyFor) {
        // A load that went wrong can bring the machine down: the next one is a person's word.
        if (!failure.worthRetrying() || readyFor.isEmpty()) {
            return new Step.GiveUp(failure);
        }
        if (readyFor.get().compareTo(FORGIVEN_AFTER) >= 0 && !crashes.isEmpty()) {
            return fresh().after(failure, now, readyFor);
        }
        boolean killed = failure instanceof Failure.Killed;
        if (killed && kills > 0) {
            return new Step.GiveUp(failure);
        }
        var recent = new ArrayList<Duration>();
        for (Duration crash : crashes) {
            if (now.minus(crash).compareTo(WINDOW) < 0) {
                recent.add(crash);
            }
        }
        recent.add(now);
        int attempt = recent.size();
        if (attempt > MOST_RESTARTS) {
            return new Step.GiveUp(new Failure.KeepsCrashing(attempt, failure));
        }
        var next = new RestartPolicy(recent, kills + (killed ? 1 : 0));
        return new Step.Again(Duration.ofSeconds(1L << (attempt - 1)), attempt, next);
    }
}
