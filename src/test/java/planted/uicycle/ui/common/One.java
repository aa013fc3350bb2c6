package planted.uicycle.ui.common;

import planted.uicycle.ui.shell.Two;

/** Half of a cycle. */
public record One(Two two) {}
