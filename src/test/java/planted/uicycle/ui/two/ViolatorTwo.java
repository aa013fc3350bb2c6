package planted.uicycle.ui.two;

import planted.uicycle.ui.one.ViolatorOne;

/** Half of a cycle. */
public record ViolatorTwo(ViolatorOne other) {}
