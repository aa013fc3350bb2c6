package planted.adapter.llama.sqlite;

/** Stands for another adapter. */
public record Other() {}
