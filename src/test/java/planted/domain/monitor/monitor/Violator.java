package planted.domain.monitor.monitor;

import planted.domain.monitor.chat.Other;

/** A room of the domain that knows one it must not know. */
public record Violator(Other other) {}
