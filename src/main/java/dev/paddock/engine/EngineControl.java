package dev.paddock.engine;

import dev.paddock.engine.log.LogSource;
import dev.paddock.signal.Observable;

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

    /** Stops it, also while it is loading or waiting to be restarted. */
    void stop();

    /** Stops and starts again with the plan of the last start. */
    void restart();

    /** Lets the running engine generate a token; {@link #checked} tells what came of it. */
    void check();

    /** Waits on for a start that has stalled. */
    void waitOn();
}
