package planted.feature.chat.ui.chat;

import planted.feature.chat.ui.server.Other;

/** A feature that knows another. */
public record Violator(Other other) {}
