package planted.feature.models.ui.text;

/** Stands for what only the transcript knows. */
public record Text() {}
