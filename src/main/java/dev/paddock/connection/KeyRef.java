package dev.paddock.connection;

/** Stands for a key that is kept elsewhere; may be written and shown. */
public record KeyRef(String id) {}
