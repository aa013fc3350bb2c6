package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.engine.RestartPolicy.Step;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class RestartPolicyTest {
    private static final Failure CRASH = new Failure.Crashed(new EngineExit(139), List.of());
    private static final Failure KILL = new Failure.Killed(new EngineExit(137), List.of());

    @Test
    void neverRetriesWhatFailsTheSameWayEveryTime() {
        var failure = new Failure.PortTaken(8080);
        assertEquals(
                new Step.GiveUp(failure),
                RestartPolicy.fresh().after(failure, Duration.ZERO, Optional.of(Duration.ZERO)));
    }

    @Test
    void neverRepeatsALoadByItself() {
        for (var failure : List.of(CRASH, KILL)) {
            assertEquals(
                    new Step.GiveUp(failure),
                    RestartPolicy.fresh().after(failure, Duration.ZERO, Optional.empty()));
        }
    }

    @Test
    void waitsLongerEachTimeAndThenGivesUp() {
        var policy = RestartPolicy.fresh();
        for (int attempt = 1; attempt <= 3; attempt++) {
            var again =
                    again(policy, CRASH, Duration.ofSeconds(10L * attempt), Duration.ofSeconds(5));
            assertEquals(attempt, again.attempt());
            assertEquals(Duration.ofSeconds(1L << (attempt - 1)), again.delay());
            policy = again.next();
        }
        assertEquals(
                new Step.GiveUp(new Failure.KeepsCrashing(4, CRASH)),
                policy.after(CRASH, Duration.ofSeconds(40), Optional.of(Duration.ofSeconds(5))));
    }

    @Test
    void forgetsCrashesOlderThanFiveMinutes() {
        var first = again(RestartPolicy.fresh(), CRASH, Duration.ZERO, Duration.ofSeconds(1));
        var later = again(first.next(), CRASH, Duration.ofMinutes(6), Duration.ofMinutes(5));
        assertEquals(1, later.attempt());
    }

    @Test
    void forgivesEverythingAfterTenReadyMinutes() {
        var killed = again(RestartPolicy.fresh(), KILL, Duration.ZERO, Duration.ofSeconds(1));
        var again = again(killed.next(), KILL, Duration.ofMinutes(11), Duration.ofMinutes(10));
        assertEquals(1, again.attempt());
    }

    @Test
    void retriesAKillOnce() {
        var again = again(RestartPolicy.fresh(), KILL, Duration.ZERO, Duration.ofSeconds(1));
        assertInstanceOf(
                Step.GiveUp.class,
                again.next()
                        .after(KILL, Duration.ofSeconds(9), Optional.of(Duration.ofSeconds(1))));
    }

    private static Step.Again again(
            RestartPolicy policy, Failure failure, Duration now, Duration readyFor) {
        return assertInstanceOf(
                Step.Again.class, policy.after(failure, now, Optional.of(readyFor)));
    }
}
