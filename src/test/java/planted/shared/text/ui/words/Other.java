package planted.shared.text.ui.words;

/** Stands for another room. */
public record Other() {}
