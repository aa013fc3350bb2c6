package planted.feature.models.ui.settings;

/** Stands for another feature. */
public record Other() {}
