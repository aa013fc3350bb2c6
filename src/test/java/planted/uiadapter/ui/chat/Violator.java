package planted.uiadapter.ui.chat;

import planted.uiadapter.sqlite.Other;

/** A view that knows an adapter. */
public record Violator(Other other) {}
