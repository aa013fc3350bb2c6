package planted.feature.chat.ui.chat;

import planted.feature.chat.ui.engine.Other;

/** A feature that knows another. */
public record Violator(Other other) {}
