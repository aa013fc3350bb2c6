package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.check.PortHolder;
import dev.paddock.option.EngineOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What is wrong with another start is found while the engine of now goes on. */
class ReplacementCheckTest {
    private static final int TAKEN = 9000;

    private final SupervisorFixture fixture = new SupervisorFixture();
    private final LaunchPlan other = SupervisorFixture.PLAN.with(EngineOptions.PORT, TAKEN);

    @BeforeEach
    void start() {
        fixture.startReady();
    }

    private Optional<Failure> found(LaunchPlan plan) {
        var found = fixture.supervisor.preflight(plan);
        fixture.loop.settle();
        assertTrue(found.isDone(), "not found out yet");
        fixture.assertIs(EngineState.Ready.class);
        assertEquals(1, fixture.engine.children.size());
        assertEquals(0, fixture.engine.last().terminations);
        return found.join();
    }

    @Test
    void whatIsRightIsFoundRight() {
        assertEquals(Optional.empty(), found(other));
    }

    @Test
    void aTakenPortIsToldWithItsHolder() {
        var holder = Optional.of(new PortHolder("python3", 42));
        fixture.launchChecks.taken.add(TAKEN);
        fixture.launchChecks.explanation = _ -> new Failure.PortTaken(TAKEN, holder);
        assertEquals(Optional.of(new Failure.PortTaken(TAKEN, holder)), found(other));
    }

    @Test
    void thePortOfTheEngineThatRunsIsFree() {
        int own = fixture.engine.last().endpoint.port();
        fixture.launchChecks.taken.add(own);
        assertEquals(Optional.empty(), found(SupervisorFixture.PLAN.with(EngineOptions.PORT, own)));
        assertEquals(Optional.empty(), found(SupervisorFixture.PLAN), "nobody chose one");
    }

    @Test
    void aBadFileIsToldAndMemoryThatIsStillInUseIsNot() {
        var bad = new Failure.EngineMissing(Path.of("gone"));
        fixture.launchChecks.files = Optional.of(bad);
        assertEquals(Optional.of(bad), found(other));
        var full = new Failure.WillNotFit(4096, 2, 1, OptionalInt.empty());
        fixture.launchChecks.files = Optional.of(full);
        assertEquals(Optional.empty(), found(other));
    }

    @Test
    void anArgumentThatTheEngineWouldNotTakeIsTold() {
        var unknown = new Failure.UnknownArgument("--x", Optional.empty());
        fixture.engine.refused = Optional.of(unknown);
        assertEquals(Optional.of(unknown), found(other));
    }

    @Test
    void aDiskThatHangsIsLeftToTheStart() {
        fixture.workers = _ -> {};
        var found = fixture.supervisor.preflight(other);
        var times = Timeouts.DEFAULT;
        var limit = times.starting().preflight().plus(times.explaining());
        fixture.advance(limit.toSeconds() - 1);
        assertFalse(found.isDone());
        fixture.advance(1);
        assertEquals(Optional.empty(), found.getNow(Optional.of(new Failure.WillNotEnd(1))));
    }
}
