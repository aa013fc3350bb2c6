package planted.shared.transcript.ui.transcript;

import planted.shared.transcript.ui.chat.Other;

/** A shared room that knows one it must not know. */
public record Violator(Other other) {}
