package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.Probe.Reply;
import dev.paddock.faults.Fault;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SupervisorTest {
    private static final LaunchPlan PLAN =
            new LaunchPlan(Path.of("engine"), Path.of("a.gguf"), Options.EMPTY);
    private static final LaunchPlan OTHER =
            new LaunchPlan(Path.of("engine"), Path.of("b.gguf"), Options.EMPTY);

    private final ManualLoop loop = new ManualLoop();
    private final ScriptedEngine engine = new ScriptedEngine();
    private final List<String> closings = new ArrayList<>();
    private final OpenStreams streams =
            new OpenStreams() {
                @Override
                public boolean closeAll(boolean wanted) {
                    closings.add("streams closed at " + engine.last().terminations);
                    return streaming;
                }

                @Override
                public Optional<Duration> silence() {
                    return Optional.empty();
                }
            };
    private final List<String> seen = new ArrayList<>();
    private boolean streaming;
    private final FakeChecks checks = new FakeChecks();
    private final Supervisor supervisor =
            new Supervisor(
                    new Supervisor.Ports(engine, engine, streams, () -> HealthPolicy.NONE),
                    checks,
                    loop,
                    Runnable::run,
                    Timeouts.DEFAULT);

    SupervisorTest() {
        supervisor.state().subscribe(state -> seen.add(state.getClass().getSimpleName()));
    }

    private EngineState state() {
        loop.settle();
        return supervisor.state().value();
    }

    private void startReady() {
        engine.answer = ScriptedEngine.READY;
        supervisor.start(PLAN);
        loop.advance(Duration.ofSeconds(1));
        assertInstanceOf(EngineState.Ready.class, state());
    }

    @Test
    void goesThroughEveryStateToReadyAndToldInOrder() {
        supervisor.start(PLAN);
        loop.advance(Duration.ofMillis(50));
        assertInstanceOf(EngineState.Spawning.class, state());
        engine.answer = new Reply.Loading();
        loop.advance(Duration.ofSeconds(70));
        assertInstanceOf(EngineState.Loading.class, state());
        engine.answer = ScriptedEngine.READY;
        loop.advance(Duration.ofSeconds(1));
        var ready = assertInstanceOf(EngineState.Ready.class, state());
        assertEquals(70, ready.engine().startupMillis() / 1000);
        assertEquals(List.of("Idle", "Preflight", "Spawning", "Loading", "Ready"), seen);
    }

    @Test
    void asksSoonAtFirstAndSeldomLater() {
        assertEquals(
                Duration.ofMillis(5), Timeouts.DEFAULT.starting().poll(Duration.ofMillis(300)));
        assertEquals(
                Duration.ofMillis(20), Timeouts.DEFAULT.starting().poll(Duration.ofSeconds(2)));
        assertEquals(
                Duration.ofMillis(250), Timeouts.DEFAULT.starting().poll(Duration.ofMinutes(9)));
    }

    @Test
    void everyRunHasItsOwnKey() {
        startReady();
        supervisor.restart();
        loop.advance(Duration.ofSeconds(1));
        assertEquals(2, engine.children.size());
        assertEquals(64, engine.last().endpoint.key().text().length());
        assertNotEquals(
                engine.children.getFirst().endpoint.key().text(),
                engine.last().endpoint.key().text());
    }

    @Test
    void startingThePlanThatRunsChangesNothing() {
        startReady();
        supervisor.start(PLAN);
        loop.advance(Duration.ofSeconds(1));
        assertEquals(1, engine.children.size());
    }

    @Test
    void anotherPlanEndsTheFirst() {
        startReady();
        supervisor.start(OTHER);
        loop.advance(Duration.ofSeconds(1));
        assertTrue(engine.children.getFirst().exit.isDone());
        assertEquals(OTHER, engine.last().plan);
        assertInstanceOf(EngineState.Ready.class, state());
    }

    @Test
    void stopsWhileLoadingAndTwiceDoesNoHarm() {
        engine.answer = new Reply.Loading();
        supervisor.start(PLAN);
        loop.advance(Duration.ofSeconds(1));
        supervisor.stop();
        supervisor.stop();
        assertInstanceOf(EngineState.Idle.class, state());
        assertEquals(1, engine.last().terminations);
    }

    @Test
    void closesItsOwnStreamsBeforeItAsksTheEngineToEnd() {
        startReady();
        supervisor.stop();
        loop.settle();
        assertEquals(List.of("streams closed at 0"), closings);
    }

    @Test
    void letsTheEngineNoticeTheEndOfOurStreamsBeforeItAsksItToEnd() {
        startReady();
        streaming = true;
        supervisor.stop();
        loop.settle();
        assertEquals(List.of("streams closed at 0"), closings);
        assertEquals(0, engine.last().terminations);
        loop.advance(Timeouts.DEFAULT.ending().hangUp());
        assertInstanceOf(EngineState.Idle.class, state());
        assertEquals(1, engine.last().terminations);
    }

    @Test
    void asksAYoungEngineAgainSoonBecauseItMayHaveLostTheFirstRequest() {
        startReady();
        engine.obeysTerminate = false;
        supervisor.stop();
        loop.advance(Duration.ofMillis(499));
        assertEquals(1, engine.last().terminations);
        loop.advance(Duration.ofMillis(2));
        assertEquals(2, engine.last().terminations);
        assertEquals(0, engine.last().kills);
    }

    /** Saving what was answered comes before, and is quick. */
    @Test
    void aClosingAppKillsSoonWhatDoesNotEnd() {
        startReady();
        loop.advance(Duration.ofSeconds(3));
        engine.obeysTerminate = false;
        supervisor.beginClosing();
        loop.advance(Duration.ofMillis(249));
        assertEquals(1, engine.last().terminations);
        assertEquals(0, engine.last().kills);
        loop.advance(Duration.ofMillis(2));
        assertEquals(1, engine.last().kills);
        assertTrue(supervisor.closed());
    }

    @Test
    @Fault(47)
    void insistsWhenTheEngineDoesNotEnd() {
        startReady();
        loop.advance(Duration.ofSeconds(3));
        engine.obeysTerminate = false;
        supervisor.stop();
        loop.advance(Duration.ofSeconds(4));
        assertEquals(1, engine.last().terminations);
        loop.advance(Duration.ofSeconds(2));
        assertEquals(2, engine.last().terminations);
        assertEquals(0, engine.last().kills);
        loop.advance(Duration.ofSeconds(5));
        assertEquals(1, engine.last().kills);
        assertInstanceOf(EngineState.Idle.class, state());
    }

    @Test
    void neverHangsOnAProcessThatSurvivesItsKill() {
        startReady();
        engine.obeysTerminate = false;
        engine.obeysKill = false;
        supervisor.stop();
        loop.advance(Duration.ofSeconds(16));
        assertEquals(new EngineState.Failed(new Failure.WillNotEnd(1000)), state());
    }

    @Test
    void startWhileStoppingStartsAfterwards() {
        startReady();
        engine.obeysTerminate = false;
        supervisor.stop();
        supervisor.start(OTHER);
        assertInstanceOf(EngineState.Stopping.class, state());
        loop.advance(Duration.ofSeconds(11));
        assertEquals(OTHER, engine.last().plan);
        assertInstanceOf(EngineState.Ready.class, state());
    }

    @Test
    void failsBeforeTheStartWhenAFileOrThePortIsWrong() {
        checks.port = Optional.of(new Failure.PortTaken(8080));
        supervisor.start(PLAN);
        assertEquals(new EngineState.Failed(checks.port.get()), state());
        checks.files = Optional.of(new Failure.EngineMissing(PLAN.engine()));
        supervisor.start(PLAN);
        assertEquals(new EngineState.Failed(checks.files.get()), state());
        assertEquals(List.of(), engine.children);
    }

    @Test
    void failsWhenTheSystemRefuses() {
        engine.refusal =
                Optional.of(
                        new Failure.SpawnFailed(PLAN.engine(), SpawnError.ARGUMENTS_TOO_LONG, ""));
        supervisor.start(PLAN);
        assertEquals(new EngineState.Failed(engine.refusal.get()), state());
    }

    @Test
    void aStrangerOnThePortIsNotOurEngine() {
        engine.answer = new Reply.Foreign(new Stranger.OtherModel("other.gguf"));
        supervisor.start(PLAN.with(EngineOptions.PORT, 8080));
        loop.advance(Duration.ofSeconds(1));
        assertEquals(
                new EngineState.Failed(
                        new Failure.StrangerOnPort(8080, new Stranger.OtherModel("other.gguf"))),
                state());
        assertTrue(engine.last().exit.isDone());
    }

    @Test
    void anAnswerFromAnEndedEngineDoesNotMakeItReady() {
        supervisor.start(PLAN);
        loop.settle();
        engine.answer = ScriptedEngine.READY;
        engine.cause = new Failure.ExitedEarly(new EngineExit(1), List.of());
        engine.last().exit.complete(new EngineExit(1));
        loop.advance(Duration.ofSeconds(1));
        assertEquals(new EngineState.Failed(engine.cause), state());
        assertTrue(!seen.contains("Ready"), seen.toString());
    }

    @Test
    void comesBackAfterACrashAndStopsTryingAfterThree() {
        startReady();
        for (int attempt = 1; attempt <= 3; attempt++) {
            engine.last().die(139);
            var waiting = assertInstanceOf(EngineState.BackingOff.class, state());
            assertEquals(attempt, waiting.attempt());
            loop.advance(Duration.ofSeconds(5));
            assertInstanceOf(EngineState.Ready.class, state());
        }
        engine.last().die(139);
        assertEquals(new EngineState.Failed(new Failure.KeepsCrashing(4, engine.cause)), state());
        assertEquals(4, engine.children.size());
    }

    @Test
    void stopEndsTheWaitForARestart() {
        startReady();
        engine.last().die(139);
        loop.settle();
        supervisor.stop();
        assertInstanceOf(EngineState.Idle.class, state());
        loop.advance(Duration.ofMinutes(1));
        assertInstanceOf(EngineState.Idle.class, state());
        assertEquals(1, engine.children.size());
    }
}
