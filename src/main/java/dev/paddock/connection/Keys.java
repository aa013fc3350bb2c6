package dev.paddock.connection;

import dev.paddock.engine.ApiKey;

import java.util.Optional;

/** Port: where the keys of servers are kept. */
public interface Keys {
    /** Empty when there is none any more; must not block. */
    Optional<ApiKey> find(KeyRef ref);
}
