package dev.paddock.engine;

import java.time.Duration;
import java.util.concurrent.Executor;

/** What every part of a supervisor works with. */
record EngineContext(
        Supervisor.Ports ports,
        EngineSignals signals,
        EventLoop loop,
        Executor workers,
        Timeouts times) {
    /** Passed since a reading of the loop's monotonic clock. */
    Duration since(long nanos) {
        return Duration.ofNanos(loop.nanos() - nanos);
    }
}
