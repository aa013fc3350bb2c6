package dev.paddock.server;

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
    private final Loop loop;
    private final Times times;
    private final Machine machine;

    /**
     * What a supervisor needs of the rooms around it.
     *
     * @param care what a person wants done unasked, at the moment of the call; must not block
     */
    public record Ports(
            Engine engine, EngineProbe probe, EngineStreams streams, Supplier<Care> care) {
        private Ports explainedBy(Preflight preflight) {
            return new Ports(new ExplainedEngine(engine, preflight), probe, streams, care);
        }
    }

    public Supervisor(Ports ports, Preflight preflight) {
        this(
                ports.explainedBy(preflight),
                new Machine.Checks(preflight::files, preflight::port),
                new ThreadLoop("engine-supervisor"),
                job -> Thread.ofVirtual().name("engine-question").start(job),
                Times.DEFAULT);
    }

    Supervisor(Ports ports, Machine.Checks checks, Loop loop, Executor workers, Times times) {
        this.loop = loop;
        this.times = times;
        var tools =
                new Run.Tools(
                        ports.probe(), ports.streams(), ports.care(), log, loop, workers, times);
        machine = new Machine(ports.engine(), checks, tools, outputs, closed::countDown);
    }

    @Override
    public Observable<ServerState> state() {
        return outputs.state();
    }

    @Override
    public Observable<LoadProgress> progress() {
        return outputs.progress();
    }

    @Override
    public Observable<EngineCheck> checked() {
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
