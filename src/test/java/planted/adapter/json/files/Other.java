package planted.adapter.json.files;

/** Stands for another adapter. */
public record Other() {}
