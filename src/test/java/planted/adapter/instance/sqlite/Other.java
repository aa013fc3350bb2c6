package planted.adapter.instance.sqlite;

/** Stands for another adapter. */
public record Other() {}
