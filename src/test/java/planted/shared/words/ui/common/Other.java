package planted.shared.words.ui.common;

/** Stands for another room. */
public record Other() {}
