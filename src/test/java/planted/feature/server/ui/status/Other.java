package planted.feature.server.ui.status;

/** Stands for another feature. */
public record Other() {}
