package planted.adapter.http.http;

import planted.adapter.http.files.Other;

/** An adapter that knows another. */
public record Violator(Other other) {}
