package planted.onapp.files;

import planted.onapp.app.Wiring;

/** A room that knows the composition root. */
public record Violator(Wiring wiring) {}
