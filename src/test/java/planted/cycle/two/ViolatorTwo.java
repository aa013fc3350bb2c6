package planted.cycle.two;

import planted.cycle.one.ViolatorOne;

/** Half of a cycle. */
public record ViolatorTwo(ViolatorOne other) {}
