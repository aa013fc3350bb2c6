package planted.shared.platform.ui.platform;

import planted.shared.platform.ui.common.Other;

/** A shared room that knows one it must not know. */
public record Violator(Other other) {}
