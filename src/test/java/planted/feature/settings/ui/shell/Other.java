package planted.feature.settings.ui.shell;

/** Stands for another feature. */
public record Other() {}
