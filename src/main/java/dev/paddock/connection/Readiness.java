package dev.paddock.connection;

import dev.paddock.engine.EngineState;

/** Whether a server would answer now, and why not. */
public enum Readiness {
    READY,
    STOPPED,
    STARTING,
    /** It reads its model. */
    LOADING,
    STOPPING,
    /** It ended by itself; whether it comes back is being found out. */
    ENDED,
    FAILED;

    static Readiness of(EngineState engine) {
        return switch (engine) {
            case EngineState.Ready _, EngineState.Suspect _, EngineState.Unresponsive _ -> READY;
            case EngineState.Idle _ -> STOPPED;
            case EngineState.Preflight _, EngineState.Spawning _, EngineState.BackingOff _ ->
                    STARTING;
            case EngineState.Loading _, EngineState.Stalled _ -> LOADING;
            case EngineState.Stopping _ -> STOPPING;
            case EngineState.Diagnosing _ -> ENDED;
            case EngineState.Failed _ -> FAILED;
        };
    }
}
