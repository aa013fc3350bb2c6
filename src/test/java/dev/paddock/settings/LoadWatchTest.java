package dev.paddock.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.Options;
import dev.paddock.signal.Signal;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Which models are not loaded again unasked. */
class LoadWatchTest {
    private static final Path MODEL = Path.of("/m/a.gguf");
    private static final LaunchPlan PLAN = new LaunchPlan(Path.of("/e"), MODEL, Options.EMPTY);
    private static final EngineExit SEGMENTATION_FAULT = new EngineExit(139);
    private static final EngineState SPAWNING = new EngineState.Spawning(PLAN, Instant.EPOCH, 1);
    private static final EngineState LOADING = new EngineState.Loading(PLAN, Instant.EPOCH, 1);
    private static final EngineState DIAGNOSING =
            new EngineState.Diagnosing(PLAN, SEGMENTATION_FAULT);
    private static final EngineState READY =
            new EngineState.Ready(
                    new EngineState.RunningEngine(
                            PLAN,
                            new Endpoint(8080, new ApiKey("key")),
                            new EngineInfo("m", 4096, 1, "b1"),
                            1,
                            Instant.EPOCH,
                            1));

    private final Signal<EngineState> engine = new Signal<>(new EngineState.Idle());
    private final MemoryPreferences preferences = new MemoryPreferences();
    private final LoadWatch watch = new LoadWatch(engine, preferences);

    private Set<Path> after(EngineState... states) {
        List.of(states).forEach(engine::set);
        return preferences.settings().value().loading().unsafe();
    }

    @Test
    void oneThatIsLoadingMayYetBringDownTheMachine() {
        assertEquals(Set.of(MODEL), after(SPAWNING, LOADING));
    }

    @Test
    void oneThatWasLoadedIsSafeWhateverComesLater() {
        var crash = new Failure.Crashed(SEGMENTATION_FAULT, List.of());
        assertEquals(
                Set.of(),
                after(SPAWNING, LOADING, READY, DIAGNOSING, new EngineState.Failed(crash)));
    }

    @Test
    void oneThatCrashedOrWasKilledIsUnsafeUntilItIsLoaded() {
        for (Failure why :
                List.of(
                        new Failure.Killed(new EngineExit(137), List.of()),
                        new Failure.ExitedEarly(SEGMENTATION_FAULT, List.of()))) {
            assertEquals(
                    Set.of(MODEL),
                    after(SPAWNING, LOADING, DIAGNOSING, new EngineState.Failed(why)),
                    why::toString);
            assertEquals(Set.of(MODEL), after(new EngineState.Idle()));
            assertEquals(Set.of(), after(SPAWNING, LOADING, READY));
        }
    }

    @Test
    void oneThatIsGivenUpAfterALoadThatWentWrongIsAsUnsafeAsBefore() {
        var killed = new Failure.Killed(new EngineExit(137), List.of());
        after(SPAWNING, LOADING, DIAGNOSING, new EngineState.Failed(killed));
        assertEquals(
                Set.of(MODEL),
                after(
                        SPAWNING,
                        LOADING,
                        new EngineState.Stopping(PLAN, Instant.EPOCH),
                        new EngineState.Idle()));
    }

    @Test
    void oneThatWasGivenUpOrRefusedInGoodOrderIsSafe() {
        assertEquals(
                Set.of(), after(SPAWNING, LOADING, new EngineState.Stopping(PLAN, Instant.EPOCH)));
        var refused = new Failure.ExitedEarly(new EngineExit(1), List.of());
        assertEquals(Set.of(), after(SPAWNING, DIAGNOSING, new EngineState.Failed(refused)));
        assertEquals(
                Set.of(),
                after(SPAWNING, DIAGNOSING, new EngineState.Failed(new Failure.OutOfMemory("x"))));
    }

    @Test
    void nothingIsNotedAnyMoreOnceItIsClosed() {
        watch.close();
        assertEquals(Set.of(), after(SPAWNING));
        assertEquals(0, engine.listenerCount());
    }
}
