package planted.domain.signal.model;

/** Stands for another room. */
public record Other() {}
