package dev.paddock.engine;

import java.util.Optional;

/** Port: what can be found wrong before a start, and found out about a failure after one. */
public interface LaunchChecks {
    /** The first thing that is wrong with the engine, the model or the memory. May block. */
    Optional<Failure> files(LaunchPlan plan);

    /** Whether the engine can listen where it shall. Quick, and never run twice at once. */
    Optional<Failure> port(LaunchPlan plan);

    /** The failure with what this computer tells of it now. May block. */
    Failure explained(LaunchPlan plan, Failure failure);
}
