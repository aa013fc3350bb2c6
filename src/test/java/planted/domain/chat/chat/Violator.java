package planted.domain.chat.chat;

import planted.domain.chat.engine.Other;

/** A room of the domain that knows one it must not know. */
public record Violator(Other other) {}
