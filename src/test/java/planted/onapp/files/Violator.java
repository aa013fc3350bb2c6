package planted.onapp.files;

import planted.onapp.app.Other;

/** A room that knows the composition root. */
public record Violator(Other other) {}
