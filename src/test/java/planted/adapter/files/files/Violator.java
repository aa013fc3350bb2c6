package planted.adapter.files.files;

import planted.adapter.files.hardware.Store;

/** An adapter that knows another. */
public record Violator(Store store) {}
