package planted.adapter.instance.instance;

import planted.adapter.instance.sqlite.Other;

/** An adapter that knows another. */
public record Violator(Other other) {}
