package planted.domain.chat.engine;

/** Stands for another room. */
public record Other() {}
