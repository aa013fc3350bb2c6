package planted.domain.monitor.monitor;

import planted.domain.monitor.settings.Other;

/** A room of the domain that knows one it must not know. */
public record Violator(Other other) {}
