package planted.cycle.one;

import planted.cycle.two.ViolatorTwo;

/** Half of a cycle. */
public record ViolatorOne(ViolatorTwo other) {}
