package planted.feature.chat.ui.engine;

/** Stands for another feature. */
public record Other() {}
