package planted.domain.monitor.chat;

/** Stands for another room. */
public record Other() {}
