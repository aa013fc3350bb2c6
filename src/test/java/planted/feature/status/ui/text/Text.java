package planted.feature.status.ui.text;

/** Stands for what only the transcript knows. */
public record Text() {}
