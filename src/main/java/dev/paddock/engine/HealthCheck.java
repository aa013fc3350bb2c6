package dev.paddock.engine;

import java.time.Duration;
import java.time.Instant;

/** The newest trial generation of the running engine. */
public sealed interface HealthCheck {
    /** There was none since the engine started. */
    record None() implements HealthCheck {}

    record Running(Instant since) implements HealthCheck {}

    record Done(Result result, Instant at) implements HealthCheck {}

    /** What one came to. */
    sealed interface Result {
        /** A chat at a token in this time could not be borne. */
        Duration SLOW = Duration.ofSeconds(2);

        /** Whether there was a token, but late. */
        default boolean isSlow() {
            return this instanceof Generated(var took) && took.compareTo(SLOW) > 0;
        }

        record Generated(Duration took) implements Result {}

        /** Every slot was taken, and they moved. */
        record AtWork() implements Result {}

        /** It answers, but not with a token. */
        record Refused(int status, String engineSays) implements Result {}

        /** It still says what it is at, but no token came in time. */
        record Slow(Duration waited) implements Result {}

        record NoAnswer(Duration waited) implements Result {}
    }
}
