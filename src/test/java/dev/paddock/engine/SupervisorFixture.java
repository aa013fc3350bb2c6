package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.option.Options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A supervisor over fakes, whose time a test moves. */
final class SupervisorFixture {
    static final LaunchPlan PLAN =
            new LaunchPlan(Path.of("engine"), Path.of("a.gguf"), Options.EMPTY);

    final ManualLoop loop = new ManualLoop();
    final ScriptedEngine engine = new ScriptedEngine();
    final List<String> seen = new ArrayList<>();
    final List<HealthCheck> checks = new ArrayList<>();
    final FakeChecks launchChecks = new FakeChecks();
    HealthPolicy health = HealthPolicy.NONE;

    /** Where questions are asked. */
    Executor workers = Runnable::run;

    /** Of a stream of our own; empty while there is none. */
    Optional<Duration> silence = Optional.empty();

    final Supervisor supervisor =
            new Supervisor(
                    new Supervisor.Ports(engine, engine, streams(), () -> health),
                    launchChecks,
                    loop,
                    job -> workers.execute(job),
                    Timeouts.DEFAULT);

    SupervisorFixture() {
        supervisor.state().subscribe(state -> seen.add(state.getClass().getSimpleName()));
        supervisor.checked().subscribe(checks::add);
    }

    EngineState state() {
        loop.settle();
        return supervisor.state().value();
    }

    void advance(long seconds) {
        loop.advance(Duration.ofSeconds(seconds));
    }

    void start() {
        supervisor.start(PLAN);
        advance(1);
    }

    void startReady() {
        engine.answer = ScriptedEngine.READY;
        start();
        assertIs(EngineState.Ready.class);
        engine.asked.clear();
        checks.clear();
    }

    <T extends EngineState> T assertIs(Class<T> kind) {
        return assertInstanceOf(kind, state(), seen::toString);
    }

    /** Moves the time until it is in such a state. */
    <T extends EngineState> T until(Class<T> kind, long seconds) {
        long end = loop.nanos() + Duration.ofSeconds(seconds).toNanos();
        while (!kind.isInstance(state()) && loop.nanos() < end) {
            loop.advance(Duration.ofMillis(100));
        }
        return assertIs(kind);
    }

    private OpenStreams streams() {
        return new OpenStreams() {
            @Override
            public boolean closeAll(boolean wanted) {
                boolean open = silence.isPresent();
                silence = Optional.empty();
                return open;
            }

            @Override
            public Optional<Duration> silence() {
                return silence;
            }
        };
    }
}
