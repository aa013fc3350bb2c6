package planted.domain.settings.chat;

/** Stands for another room. */
public record Other() {}
