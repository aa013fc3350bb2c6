package planted.shared.platform.ui.words;

/** Stands for another room. */
public record Other() {}
