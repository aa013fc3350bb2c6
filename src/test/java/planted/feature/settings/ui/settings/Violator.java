package planted.feature.settings.ui.settings;

import planted.feature.settings.ui.shell.Other;

/** A feature that knows another. */
public record Violator(Other other) {}
