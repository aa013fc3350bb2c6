package planted.shared.maths.ui.transcript;

/** Stands for another room. */
public record Other() {}
