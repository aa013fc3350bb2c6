package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.engine.check.PortHolder;
import dev.paddock.option.EngineOptions;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks and explanations that take long hold nobody up: what is asked stays under way. */
class SlowChecksTest {
    private static final LaunchPlan PLAN = SupervisorFixture.PLAN.with(EngineOptions.PORT, 8080);
    private static final Failure TAKEN = new Failure.PortTaken(8080);
    private static final Failure TAKEN_BY =
            new Failure.PortTaken(8080, Optional.of(new PortHolder("java", 7)));

    private final ManualLoop loop = new ManualLoop();
    private final ScriptedEngine engine = new ScriptedEngine();
    private final FakeChecks checks = new FakeChecks();
    private final List<Runnable> asked = new ArrayList<>();
    private final Supervisor supervisor =
            new Supervisor(
                    new Supervisor.Ports(
                            engine, engine, OpenStreams.none(), () -> HealthPolicy.NONE),
                    checks,
                    loop,
                    asked::add,
                    Timeouts.DEFAULT);

    private void advance(Duration by) {
        loop.advance(by);
    }

    private void answerAll() {
        loop.settle();
        var due = List.copyOf(asked);
        asked.clear();
        due.forEach(Runnable::run);
        loop.settle();
    }

    private EngineState state() {
        loop.settle();
        return supervisor.state().value();
    }

    private void startThatDies(Failure cause) {
        engine.cause = cause;
        supervisor.start(PLAN);
        answerAll();
        engine.last().die(1);
        assertInstanceOf(EngineState.Diagnosing.class, state());
    }

    @Test
    void checksThatHangAreLeftToTheEngine() {
        supervisor.start(PLAN);
        advance(Duration.ofMillis(1900));
        assertInstanceOf(EngineState.Preflight.class, state());
        advance(Duration.ofMillis(200));
        assertInstanceOf(EngineState.Spawning.class, state());
        answerAll();
        advance(Duration.ofSeconds(1));
        assertEquals(1, engine.children.size());
    }

    @Test
    void aTakenPortIsToldWithItsHolder() {
        checks.port = Optional.of(TAKEN);
        checks.explanation = _ -> TAKEN_BY;
        supervisor.start(PLAN);
        answerAll();
        assertInstanceOf(EngineState.Preflight.class, state());
        answerAll();
        assertEquals(new EngineState.Failed(TAKEN_BY), state());
    }

    @Test
    void anEndIsToldWithItsExplanation() {
        checks.explanation = _ -> TAKEN_BY;
        startThatDies(TAKEN);
        answerAll();
        assertEquals(new EngineState.Failed(TAKEN_BY), state());
    }

    @Test
    void aPortTheEngineMayNotHaveIsToldFromOneThatIsTaken() {
        startThatDies(new Failure.NoModel());
        answerAll();
        engine.cause = TAKEN;
        supervisor.start(PLAN);
        answerAll();
        checks.port = Optional.of(new Failure.PortReserved(8080));
        engine.last().die(1);
        answerAll();
        assertEquals(new EngineState.Failed(new Failure.PortReserved(8080)), state());
    }

    @Test
    void anExplanationThatHangsIsLeftOut() {
        checks.explanation = _ -> TAKEN_BY;
        startThatDies(TAKEN);
        checks.port = Optional.of(TAKEN);
        advance(Timeouts.DEFAULT.explaining().minusMillis(1));
        assertInstanceOf(EngineState.Diagnosing.class, state());
        advance(Duration.ofMillis(1));
        assertEquals(new EngineState.Failed(TAKEN), state());
        answerAll();
        assertEquals(new EngineState.Failed(TAKEN), state(), "it came too late");
    }

    @Test
    void stopDoesNotWaitForAnExplanation() {
        startThatDies(TAKEN);
        supervisor.stop();
        assertInstanceOf(EngineState.Idle.class, state());
        answerAll();
        assertInstanceOf(EngineState.Idle.class, state());
    }

    @Test
    void startDoesNotWaitForAnExplanation() {
        startThatDies(TAKEN);
        var explaining = List.copyOf(asked);
        asked.clear();
        var other = new LaunchPlan(PLAN.engine(), Path.of("b.gguf"), PLAN.options());
        supervisor.start(other);
        answerAll();
        explaining.forEach(Runnable::run);
        assertInstanceOf(EngineState.Spawning.class, state());
        assertEquals(other, engine.last().plan);
    }

    @Test
    void closeDoesNotWaitForAnExplanation() {
        startThatDies(TAKEN);
        supervisor.beginClosing();
        assertInstanceOf(EngineState.Idle.class, state());
        assertEquals(true, supervisor.closed());
    }
}
