package dev.paddock.engine;

import dev.paddock.engine.log.LogBuffer;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

/**
 * What others watch of an engine. Written on the supervisor's thread alone, but for the log, which
 * the engine's own reader writes.
 */
final class EngineSignals {
    private final Signal<EngineState> state = new Signal<>(new EngineState.Idle());
    private final Signal<LoadProgress> progress = new Signal<>(LoadProgress.NONE);
    private final Signal<HealthCheck> checked = new Signal<>(new HealthCheck.None());
    private final LogBuffer log = new LogBuffer();

    Observable<EngineState> state() {
        return state;
    }

    Observable<LoadProgress> progress() {
        return progress;
    }

    Observable<HealthCheck> checked() {
        return checked;
    }

    LogBuffer log() {
        return log;
    }

    /** A state like the present one is not told again. */
    void move(EngineState next) {
        if (!next.equals(state.value())) {
            state.set(next);
        }
    }

    /** A progress like the present one is not told again. */
    void progress(LoadProgress next) {
        if (!next.equals(progress.value())) {
            progress.set(next);
        }
    }

    void checked(HealthCheck next) {
        checked.set(next);
    }
}
