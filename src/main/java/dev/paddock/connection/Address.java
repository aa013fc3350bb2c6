package dev.paddock.connection;

import java.net.URI;
import java.util.Optional;

/**
 * Where a server listens, and which key it asks for.
 *
 * @param base without a slash at its end
 */
public record Address(URI base, Optional<KeyRef> key) {}
