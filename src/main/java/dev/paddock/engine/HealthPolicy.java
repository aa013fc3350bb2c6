package dev.paddock.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * What is done for a running engine without being asked. Takes effect at once: no restart needed.
 *
 * @param restartUnresponsive restart an engine that no longer answers, as after a crash
 * @param checkAfterStart one trial generation once it is ready
 * @param checkEvery trial generations so far apart; empty for none
 */
public record HealthPolicy(
        boolean restartUnresponsive, boolean checkAfterStart, Optional<Duration> checkEvery) {
    public static final HealthPolicy DEFAULT = new HealthPolicy(false, true, Optional.empty());
    public static final HealthPolicy NONE = new HealthPolicy(false, false, Optional.empty());
}
