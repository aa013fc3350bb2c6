package planted.domain.option.signal;

/** Stands for another room. */
public record Other() {}
