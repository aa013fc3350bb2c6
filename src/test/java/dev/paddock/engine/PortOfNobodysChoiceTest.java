package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.EngineOptions;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A port that nobody chose is never why an engine does not start; a chosen one is kept. */
class PortOfNobodysChoiceTest {
    private static final LaunchPlan PLAN = SupervisorFixture.PLAN;
    private static final Probe.Reply STRANGER =
            new Probe.Reply.Foreign(new Stranger.OtherModel("other.gguf"));
    private static final LaunchPlan CHOSEN = PLAN.with(EngineOptions.PORT, 8080);

    private final SupervisorFixture fixture = new SupervisorFixture();
    private final FakeChecks checks = fixture.launchChecks;

    private EngineState.RunningEngine ready(LaunchPlan plan) {
        fixture.engine.answer = ScriptedEngine.READY;
        fixture.supervisor.start(plan);
        fixture.advance(1);
        return fixture.assertIs(EngineState.Ready.class).engine();
    }

    private List<Integer> ports() {
        return fixture.engine.children.stream().map(child -> child.endpoint.port()).toList();
    }

    @Test
    void theNextFreeOneIsTaken() {
        checks.taken.addAll(Set.of(8080, 8081, 8083));
        var running = ready(PLAN);
        assertEquals(8082, running.endpoint().port());
        assertTrue(running.portMoved());
        assertEquals(8082, fixture.engine.last().plan.value(EngineOptions.PORT));
    }

    @Test
    void aChosenOneIsKeptAndExplained() {
        checks.taken.add(8080);
        fixture.supervisor.start(CHOSEN);
        assertEquals(new EngineState.Failed(new Failure.PortTaken(8080)), fixture.state());
        assertEquals(List.of(), fixture.engine.children);
    }

    @Test
    void aChosenOneThatIsFreeAgainIsTriedTwiceMore() {
        fixture.engine.cause = new Failure.PortTaken(8080);
        fixture.supervisor.start(CHOSEN);
        for (int i = 0; i < 3; i++) {
            fixture.advance(1);
            fixture.engine.last().die(1);
        }
        fixture.advance(1);
        assertEquals(List.of(8080, 8080, 8080), ports());
        assertEquals(new EngineState.Failed(new Failure.PortTaken(8080)), fixture.state());
    }

    @Test
    void aChosenOneThatIsTakenMeanwhileIsExplained() {
        fixture.engine.cause = new Failure.PortTaken(8080);
        fixture.supervisor.start(CHOSEN);
        fixture.advance(1);
        checks.taken.add(8080);
        fixture.engine.last().die(1);
        fixture.advance(1);
        assertEquals(List.of(8080), ports());
        assertEquals(new EngineState.Failed(new Failure.PortTaken(8080)), fixture.state());
    }

    @Test
    void takenBetweenTheCheckAndTheStart() {
        fixture.engine.cause = new Failure.PortTaken(8080);
        fixture.supervisor.start(PLAN);
        fixture.advance(1);
        fixture.engine.last().die(1);
        fixture.engine.answer = ScriptedEngine.READY;
        fixture.advance(1);
        assertEquals(List.of(8080, 8081), ports());
        assertFalse(fixture.seen.contains("Failed"), fixture.seen.toString());
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void anotherProgramThatAnswersThereIsEvaded() {
        fixture.engine.answer = STRANGER;
        fixture.supervisor.start(PLAN);
        fixture.supervisor
                .state()
                .subscribe(
                        state -> {
                            if (state instanceof EngineState.Stopping) {
                                fixture.engine.answer = ScriptedEngine.READY;
                            }
                        });
        fixture.advance(2);
        assertEquals(List.of(8080, 8081), ports());
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void anEngineThatCanListenNowhereIsNotTriedForEver() {
        fixture.engine.answer = STRANGER;
        fixture.supervisor.start(PLAN);
        fixture.until(EngineState.Failed.class, 60);
        assertEquals(List.of(8080, 8081, 8082, 8083, 8084, 8085), ports());
    }

    @Test
    void whenAllAreTakenTheFirstIsNamed() {
        checks.port = Optional.of(new Failure.PortTaken(8080));
        fixture.supervisor.start(PLAN);
        assertEquals(new EngineState.Failed(new Failure.PortTaken(8080)), fixture.state());
    }

    @Test
    void theNextStartTriesTheUsualOneAgain() {
        checks.taken.add(8080);
        ready(PLAN);
        fixture.supervisor.stop();
        checks.taken.clear();
        assertFalse(ready(PLAN).portMoved());
    }

    @Test
    void movingAsksForNoNewStart() {
        checks.taken.add(8080);
        var running = ready(PLAN);
        assertTrue(running.isLike(PLAN));
        assertTrue(running.isLike(PLAN.with(EngineOptions.PORT, 8081)));
        assertFalse(running.isLike(CHOSEN), "it is not where the person wants it");
        assertFalse(running.isLike(PLAN.with(EngineOptions.CONTEXT_SIZE, 777)));
        fixture.supervisor.start(PLAN);
        fixture.advance(1);
        assertEquals(List.of(8081), ports());
    }
}
