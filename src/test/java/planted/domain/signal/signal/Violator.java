package planted.domain.signal.signal;

import planted.domain.signal.model.Other;

/** A room of the domain that knows one it must not know. */
public record Violator(Other other) {}
