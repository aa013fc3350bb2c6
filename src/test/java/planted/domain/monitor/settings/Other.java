package planted.domain.monitor.settings;

/** Stands for another room. */
public record Other() {}
