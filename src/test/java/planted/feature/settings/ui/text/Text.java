package planted.feature.settings.ui.text;

/** Stands for what only the transcript knows. */
public record Text() {}
