package planted.uicycle.ui.shell;

import planted.uicycle.ui.common.One;

/** The other half. */
public record Two(One one) {}
