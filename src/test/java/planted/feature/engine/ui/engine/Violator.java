package planted.feature.engine.ui.engine;

import planted.feature.engine.ui.status.Other;

/** A feature that knows another. */
public record Violator(Other other) {}
