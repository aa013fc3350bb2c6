package planted.adapter.llama.llama;

import planted.adapter.llama.sqlite.Other;

/** An adapter that knows another. */
public record Violator(Other other) {}
