package dev.paddock.engine;

import dev.paddock.engine.check.Preflight;
import dev.paddock.engine.log.LogBuffer;
import dev.paddock.engine.log.LogSource;
import dev.paddock.signal.Observable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Owns the one engine. A platform thread of its own is the only writer of the state; every command
 * is a message to it, and listeners are called on it. That thread also spawns the engine, because
 * on Linux the engine dies with the thread that spawned it.
 */
public final class Supervisor implements EngineControl, AutoCloseable {
    private final Machine.Outputs outputs = new Machine.Outputs();
    private final LogBuffer log = new LogBuffer();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final EventLoop loop;
    private final Timeouts times;
    private final Machine machine;

    /**
     * What a supervisor needs of the rooms around it.
     *
     * @param health what a person wants done unasked, at the moment of the call; must not block
     */
    public record Ports(
            Launcher engine, Probe probe, OpenStreams streams, Supplier<HealthPolicy> health) {
        private Ports explainedBy(Preflight preflight) {
            return new Ports(new ExplainedLauncher(engine, preflight), probe, streams, health);
        }
    }

    public Supervisor(Ports ports, Preflight preflight) {
        this(
                ports.explainedBy(preflight),
                new Machine.Checks(preflight::files, preflight::port),
                new ThreadEventLoop("engine-supervisor"),
                job -> Thread.ofVirtual().name("engine-question").start(job),
                Timeouts.DEFAULT);
    }

    Supervisor(
            Ports ports, Machine.Checks checks, EventLoop loop, Executor workers, Timeouts times) {
        this.loop = loop;
        this.times = times;
        var tools =
                new Run.Tools(
                        ports.probe(), ports.streams(), ports.health(), log, loop, workers, times);
        machine = new Machine(ports.engine(), checks, tools, outputs, closed::countDown);
    }

    @Override
    public Observable<EngineState> state() {
        return outputs.state();
    }

    @Override
    public Observable<LoadProgress> progress() {
        return outputs.progress();
    }

    @Override
    public Observable<HealthCheck> checked() {
        return outputs.checked();
    }

    @Override
    public LogSource log() {
        return log;
    }

    @Override
    public void start(LaunchPlan plan) {
        loop.execute(() -> machine.start(plan));
    }

    @Override
    public void stop() {
        loop.execute(machine::stop);
    }

    @Override
    public void restart() {
        loop.execute(machine::restart);
    }

    @Override
    public void check() {
        loop.execute(machine::check);
    }

    @Override
    public void waitOn() {
        loop.execute(machine::waitOn);
    }

    /** Ends the engine and waits for it, five seconds at most. Later commands do nothing. */
    @Override
    public void close() {
        loop.execute(machine::close);
        try {
            if (!closed.await(times.ending().quit().toNanos(), TimeUnit.NANOSECONDS)) {
                machine.run().ifPresent(Run::kill);
            }
        } catch (InterruptedException hurry) {
            machine.run().ifPresent(Run::kill);
            Thread.currentThread().interrupt();
        } finally {
            loop.close();
        }
    }
}
