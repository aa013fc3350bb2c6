package dev.paddock.server;

import java.time.Duration;
import java.util.Optional;

/**
 * What is done for a running engine without being asked. Takes effect at once: no restart needed.
 *
 * @param restartUnresponsive restart an engine that no longer answers, as after a crash
 * @param checkAfterStart one trial generation once it is ready
 * @param checkEvery trial generations so far apart; empty for none
 */
public record Care(
        boolean restartUnresponsive, boolean checkAfterStart, Optional<Duration> checkEvery) {
    public static final Care DEFAULT = new Care(false, true, Optional.empty());
    public static final Care NONE = new Care(false, false, Optional.empty());
}
