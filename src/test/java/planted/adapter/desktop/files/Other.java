package planted.adapter.desktop.files;

/** Stands for another adapter. */
public record Other() {}
