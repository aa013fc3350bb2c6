package dev.paddock.engine;

/**
 * How the engine's process ended.
 *
 * @param code the exit status as the operating system reports it; on POSIX 128 + n for signal n
 */
public record EngineExit(int code) {}
