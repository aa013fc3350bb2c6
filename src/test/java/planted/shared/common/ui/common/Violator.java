package planted.shared.common.ui.common;

import planted.shared.common.ui.transcript.Other;

/** A shared room that knows one it must not know. */
public record Violator(Other other) {}
