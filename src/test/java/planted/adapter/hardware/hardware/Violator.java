package planted.adapter.hardware.hardware;

import planted.adapter.hardware.llama.Other;

/** An adapter that knows another. */
public record Violator(Other other) {}
