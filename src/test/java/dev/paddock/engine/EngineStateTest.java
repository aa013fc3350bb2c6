package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.Failure.NotResponding;
import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** In which states there is an engine to talk to, and which of them wait for a person. */
class EngineStateTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final LaunchPlan PLAN = SupervisorFixture.PLAN;
    private static final RunningEngine ENGINE =
            new RunningEngine(
                    PLAN,
                    new Endpoint(8080, new ApiKey("key")),
                    new EngineInfo("m", 4096, 1, "b1"),
                    42,
                    NOW,
                    300);
    private static final NotResponding SILENT =
            new NotResponding(Symptom.HEALTH, Duration.ofSeconds(9));

    private static final EngineState READY = new EngineState.Ready(ENGINE);
    private static final EngineState IDLE = new EngineState.Idle();
    private static final EngineState FAILED = new EngineState.Failed(SILENT);

    private static final List<EngineState> TALKING =
            List.of(
                    READY,
                    new EngineState.Suspect(ENGINE, 1),
                    new EngineState.Unresponsive(ENGINE, SILENT));

    private static final List<EngineState> SILENT_STATES =
            List.of(
                    IDLE,
                    FAILED,
                    new EngineState.Preflight(PLAN, NOW),
                    new EngineState.Spawning(PLAN, NOW, 42),
                    new EngineState.Loading(PLAN, NOW, 42),
                    new EngineState.Stalled(PLAN, NOW, 42, SILENT),
                    new EngineState.Stopping(PLAN, NOW),
                    new EngineState.Diagnosing(PLAN, new EngineExit(1)),
                    new EngineState.BackingOff(PLAN, SILENT, 1, NOW));

    @Test
    void anEngineThatIsOnlyDoubtedIsStillTalkedTo() {
        TALKING.forEach(state -> assertEquals(Optional.of(ENGINE), state.running()));
        SILENT_STATES.forEach(state -> assertEquals(Optional.empty(), state.running()));
    }

    @Test
    void whatWaitsForAPersonIsSettled() {
        for (var state : List.of(IDLE, FAILED, READY)) {
            assertTrue(state.settled(), state::toString);
        }
        for (var state : SILENT_STATES.subList(2, SILENT_STATES.size())) {
            assertFalse(state.settled(), state::toString);
        }
        assertFalse(new EngineState.Suspect(ENGINE, 1).settled());
    }

    @Test
    void aPlanStartsLikeAnotherWhereOnlyUsualValuesAreSpeltOut() {
        var usual = EngineOptions.CONTEXT_SIZE.usual();
        assertTrue(PLAN.startsLike(PLAN.with(EngineOptions.CONTEXT_SIZE, usual)));
        assertFalse(PLAN.startsLike(PLAN.with(EngineOptions.CONTEXT_SIZE, 777)));
        assertFalse(PLAN.startsLike(new LaunchPlan(Path.of("other"), PLAN.model(), Options.EMPTY)));
        assertFalse(
                PLAN.startsLike(new LaunchPlan(PLAN.engine(), Path.of("other"), Options.EMPTY)));
        assertFalse(
                PLAN.startsLike(
                        new LaunchPlan(
                                PLAN.engine(),
                                PLAN.model(),
                                PLAN.options(),
                                Sharing.OFF.switched(true))));
    }
}
