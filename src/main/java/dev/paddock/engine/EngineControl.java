package dev.paddock.engine;

import dev.paddock.engine.log.LogSource;
import dev.paddock.signal.Observable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Commands to the one engine and a view of its state. Every command returns at once and is safe
 * from any thread; repeating one does no harm.
 */
public interface EngineControl {
    Observable<EngineState> state();

    LogSource log();

    /** How far a starting engine is; stays at the end of the last start. */
    Observable<LoadProgress> progress();

    /** The newest trial generation. */
    Observable<HealthCheck> checked();

    /** Starts the engine; while one is up with another plan, stops that first. */
    void start(LaunchPlan plan);

    /**
     * What is found wrong with a start with {@code plan}, of which nothing is started yet: neither
     * the memory nor the port of an engine that runs is in its way. Ends soon, also when a disk
     * hangs; what could not be looked at counts as right.
     */
    CompletableFuture<Optional<Failure>> preflight(LaunchPlan plan);

    /** Stops it, also while it is loading or waiting to be restarted. */
    void stop();

    /** Stops and starts again with the plan of the last start. */
    void restart();

    /** Lets the running engine generate a token; {@link #checked} tells what came of it. */
    void check();

    /** Waits on for a start that has stalled. */
    void waitOn();
}
