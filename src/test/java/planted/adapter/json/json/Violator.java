package planted.adapter.json.json;

import planted.adapter.json.files.Other;

/** An adapter that knows another. */
public record Violator(Other other) {}
