package planted.adapter.exchange.exchange;

import planted.adapter.exchange.files.Other;

/** An adapter that knows another. */
public record Violator(Other other) {}
