package planted.feature.chat.ui.text;

/** Stands for what only the transcript knows. */
public record Text() {}
