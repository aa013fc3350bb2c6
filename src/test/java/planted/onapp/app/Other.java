package planted.onapp.app;

/** Stands for the composition root. */
public record Other() {}
