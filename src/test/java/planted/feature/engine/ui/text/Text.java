package planted.feature.engine.ui.text;

/** Stands for what only the transcript knows. */
public record Text() {}
