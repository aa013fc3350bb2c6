package planted.feature.models.ui.models;

import planted.feature.models.ui.settings.Other;

/** A feature that knows another. */
public record Violator(Other other) {}
