package planted.shared.platform.ui.common;

/** Stands for another room. */
public record Other() {}
