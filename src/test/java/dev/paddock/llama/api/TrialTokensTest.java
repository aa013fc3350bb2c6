package dev.paddock.llama.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.monitor.EngineMetrics;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class TrialTokensTest {
    private static final byte[] REPLY =
            """
            {"timings":{"prompt_n":2,"prompt_ms":500,"predicted_n":1,"predicted_ms":250}}
            """
                    .getBytes(StandardCharsets.UTF_8);
    private static final EngineMetrics TOTALS = new EngineMetrics(12, 1.5, 31, 2.25, 1, 3);
    private static final Endpoint ENGINE = new Endpoint(8080, new ApiKey("a"));

    private final TrialTokens trials = new TrialTokens();

    private Optional<EngineMetrics> shown() {
        return trials.without(ENGINE, trials.mark(ENGINE), TOTALS);
    }

    @Test
    void whatTrialsUsedIsTakenFromTheTotals() {
        assertEquals(Optional.of(TOTALS), shown());
        trials.begin(ENGINE);
        trials.end(ENGINE, REPLY);
        assertEquals(Optional.of(new EngineMetrics(10, 1, 30, 2, 1, 3)), shown());
        trials.begin(ENGINE);
        trials.end(ENGINE, REPLY);
        assertEquals(Optional.of(new EngineMetrics(8, 0.5, 29, 1.75, 1, 3)), shown());
    }

    @Test
    void nothingIsToldWhileItIsNotKnownWhetherATrialIsPartOfTheTotals() {
        var before = trials.mark(ENGINE);
        trials.begin(ENGINE);
        assertEquals(Optional.empty(), shown());
        trials.end(ENGINE, REPLY);
        assertEquals(Optional.empty(), trials.without(ENGINE, before, TOTALS));
    }

    @Test
    void aTrialThatCameToNothingAndThoseOfAnotherRunTakeNothing() {
        trials.begin(ENGINE);
        trials.end(ENGINE, "{}".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of(TOTALS), shown());
        var other = new Endpoint(8080, new ApiKey("b"));
        trials.begin(other);
        trials.end(ENGINE, REPLY);
        trials.end(other, REPLY);
        assertEquals(Optional.of(TOTALS), shown());
    }

    @Test
    void nobodyWaitsForATrialThatWasGivenUp() {
        trials.begin(ENGINE);
        trials.end(ENGINE, new byte[0]);
        assertEquals(2, waiting(3), "it still stands in the queue");
        assertEquals(2, waiting(3));
        assertEquals(0, waiting(0));
        assertEquals(3, waiting(3), "these are others");
    }

    private int waiting(int told) {
        var totals = new EngineMetrics(12, 1.5, 31, 2.25, 1, told);
        return trials.without(ENGINE, trials.mark(ENGINE), totals).orElseThrow().waiting();
    }
}
