package planted.uiadapter.sqlite;

/** Stands for an adapter. */
public record Other() {}
