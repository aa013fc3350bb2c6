package planted.feature.shell.ui.text;

/** Stands for what only the transcript knows. */
public record Text() {}
