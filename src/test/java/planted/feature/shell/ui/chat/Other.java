package planted.feature.shell.ui.chat;

/** Stands for another feature. */
public record Other() {}
