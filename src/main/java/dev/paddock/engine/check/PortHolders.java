package dev.paddock.engine.check;

import java.util.Optional;

/** Port: who listens where on this machine. */
@FunctionalInterface
public interface PortHolders {
    /**
     * Blocks for about a second at most. Empty when it cannot be found out: the process of another
     * account, a system that does not tell.
     */
    Optional<PortHolder> of(int port);
}
