package planted.domain.connection.settings;

/** Stands for another room. */
public record Other() {}
