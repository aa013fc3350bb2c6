package planted.adapter.desktop.desktop;

import planted.adapter.desktop.files.Other;

/** An adapter that knows another. */
public record Violator(Other other) {}
