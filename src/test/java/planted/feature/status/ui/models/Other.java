package planted.feature.status.ui.models;

/** Stands for another feature. */
public record Other() {}
