package planted.adapter.instance.instance;

import planted.adapter.instance.sqlite.Store;

/** An adapter that knows another. */
public record Violator(Store store) {}
