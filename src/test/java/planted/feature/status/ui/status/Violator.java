package planted.feature.status.ui.status;

import planted.feature.status.ui.models.Other;

/** A feature that knows another. */
public record Violator(Other other) {}
