package planted.domain.engine.engine;

import planted.domain.engine.settings.Other;

/** A room of the domain that knows one it must not know. */
public record Violator(Other other) {}
