package planted.adapter.http.files;

/** Stands for another adapter. */
public record Other() {}
