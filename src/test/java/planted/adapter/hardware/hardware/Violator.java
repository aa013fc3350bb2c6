package planted.adapter.hardware.hardware;

import planted.adapter.hardware.llama.Store;

/** An adapter that knows another. */
public record Violator(Store store) {}
