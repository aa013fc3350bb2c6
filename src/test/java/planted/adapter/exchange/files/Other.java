package planted.adapter.exchange.files;

/** Stands for another adapter. */
public record Other() {}
