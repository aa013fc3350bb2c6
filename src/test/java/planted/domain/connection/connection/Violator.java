package planted.domain.connection.connection;

import planted.domain.connection.settings.Other;

/** A room of the domain that knows one it must not know. */
public record Violator(Other other) {}
