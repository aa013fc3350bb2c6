package planted.shared.text.ui.text;

import planted.shared.text.ui.words.Other;

/** A shared room that knows one it must not know. */
public record Violator(Other other) {}
