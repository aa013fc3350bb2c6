package planted.cycle.server;

import planted.cycle.chat.Two;

/** Half of a cycle. */
public record One(Two two) {}
