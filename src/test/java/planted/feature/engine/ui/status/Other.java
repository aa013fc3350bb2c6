package planted.feature.engine.ui.status;

/** Stands for another feature. */
public record Other() {}
