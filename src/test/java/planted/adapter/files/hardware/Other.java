package planted.adapter.files.hardware;

/** Stands for another adapter. */
public record Other() {}
