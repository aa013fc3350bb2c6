package planted.adapter.sqlite.sqlite;

import planted.adapter.sqlite.files.Store;

/** An adapter that knows another. */
public record Violator(Store store) {}
