package planted.adapter.sqlite.sqlite;

import planted.adapter.sqlite.files.Other;

/** An adapter that knows another. */
public record Violator(Other other) {}
