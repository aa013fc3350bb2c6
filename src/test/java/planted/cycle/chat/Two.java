package planted.cycle.chat;

import planted.cycle.server.One;

/** The other half. */
public record Two(One one) {}
