package dev.paddock.engine.check;

/** The program that listens on a port: its file's name and its process id. */
public record PortHolder(String program, long pid) {}
