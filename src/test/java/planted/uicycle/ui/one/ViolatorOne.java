package planted.uicycle.ui.one;

import planted.uicycle.ui.two.ViolatorTwo;

/** Half of a cycle. */
public record ViolatorOne(ViolatorTwo other) {}
