package planted.domain.option.option;

import planted.domain.option.signal.Other;

/** A room of the domain that knows one it must not know. */
public record Violator(Other other) {}
