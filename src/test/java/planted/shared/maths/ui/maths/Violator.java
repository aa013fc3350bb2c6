package planted.shared.maths.ui.maths;

import planted.shared.maths.ui.transcript.Other;

/** A shared room that knows one it must not know. */
public record Violator(Other other) {}
