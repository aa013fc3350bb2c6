package planted.feature.chat.ui.server;

/** Stands for another feature. */
public record Other() {}
