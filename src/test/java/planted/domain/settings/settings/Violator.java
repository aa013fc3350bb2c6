package planted.domain.settings.settings;

import planted.domain.settings.chat.Other;

/** A room of the domain that knows one it must not know. */
public record Violator(Other other) {}
