package planted.domain.model.model;

import planted.domain.model.engine.Other;

/** A room of the domain that knows one it must not know. */
public record Violator(Other other) {}
