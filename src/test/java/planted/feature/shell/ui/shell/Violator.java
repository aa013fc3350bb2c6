package planted.feature.shell.ui.shell;

import planted.feature.shell.ui.chat.Other;

/** A feature that knows another. */
public record Violator(Other other) {}
