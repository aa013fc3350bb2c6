package dev.paddock.engine.log;

/**
 * One line of the engine's output.
 *
 * @param number counts up from 1 within the app's life, without gaps
 */
public record LogLine(long number, String text) {}
