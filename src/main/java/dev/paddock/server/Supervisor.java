package dev.paddock.server;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Owns the one engine. A platform thread of its own is the only writer of the state; every command
 * is a message to it, and listeners are called on it. That thread also spawns the engine, because
 * on Linux the engine dies with the thread that spawned it.
 */
public final class Supervisor implements EngineControl, AutoCloseable {
    private final Signal<ServerState> state = new Signal<>(new ServerState.Idle());
    private final LogBuffer log = new LogBuffer();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Loop loop;
    private final Times times;
    private final Machine machine;

    /**
     * @param closeStreams ends this app's own open requests to the engine, which would otherwise
     *     keep it from ending, and says whether there were any; called on the supervisor's thread,
     *     must not block
     */
    public Supervisor(
            Engine engine, EngineProbe probe, Preflight preflight, BooleanSupplier closeStreams) {
        this(
                new ExplainedEngine(engine, preflight),
                probe,
                new Machine.Checks(preflight::files, preflight::port),
                closeStreams,
                new ThreadLoop("engine-supervisor"),
                job -> Thread.ofVirtual().name("engine-question").start(job),
                Times.DEFAULT);
    }

    Supervisor(
            Engine engine,
            EngineProbe probe,
            Machine.Checks checks,
            BooleanSupplier closeStreams,
            Loop loop,
            Executor workers,
            Times times) {
        this.loop = loop;
        this.times = times;
        var tools = new Run.Tools(probe, closeStreams, log, loop, workers, times);
        machine = new Machine(engine, checks, tools, state, closed::countDown);
    }

    @Override
    public Observable<ServerState> state() {
        return state;
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

    /** Ends the engine and waits for it, five seconds at most. Later commands do nothing. */
    @Override
    public void close() {
        loop.execute(machine::close);
        try {
            if (!closed.await(times.quit().toNanos(), TimeUnit.NANOSECONDS)) {
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
