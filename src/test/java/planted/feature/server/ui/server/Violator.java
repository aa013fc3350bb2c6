package planted.feature.server.ui.server;

import planted.feature.server.ui.status.Other;

/** A feature that knows another. */
public record Violator(Other other) {}
