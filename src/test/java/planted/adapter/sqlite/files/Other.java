package planted.adapter.sqlite.files;

/** Stands for another adapter. */
public record Other() {}
