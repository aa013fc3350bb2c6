package planted.shared.common.ui.transcript;

/** Stands for another room. */
public record Other() {}
