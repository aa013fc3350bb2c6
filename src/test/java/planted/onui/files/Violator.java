package planted.onui.files;

import planted.onui.ui.chat.Other;

/** An adapter that knows a view. */
public record Violator(Other other) {}
