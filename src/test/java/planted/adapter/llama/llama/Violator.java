package planted.adapter.llama.llama;

import planted.adapter.llama.sqlite.Store;

/** An adapter that knows another. */
public record Violator(Store store) {}
