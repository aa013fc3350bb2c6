package planted.shared.words.ui.words;

import planted.shared.words.ui.common.Other;

/** A shared room that knows one it must not know. */
public record Violator(Other other) {}
