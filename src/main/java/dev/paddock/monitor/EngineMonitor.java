package dev.paddock.monitor;

import java.util.List;
import java.util.Optional;

/** Port: what the ready engine is doing. Each call is one short request and may block for it. */
public interface EngineMonitor {
    /** Empty when no engine is ready or it does not answer in time. */
    Optional<List<SlotSnapshot>> slots();

    /** Empty when no engine is ready or it does not answer in time. */
    Optional<EngineMetrics> metrics();
}
