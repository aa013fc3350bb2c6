package planted.domain.engine.settings;

/** Stands for another room. */
public record Other() {}
