package planted.adapter.files.files;

import planted.adapter.files.hardware.Other;

/** An adapter that knows another. */
public record Violator(Other other) {}
