package planted.domain.model.engine;

/** Stands for another room. */
public record Other() {}
