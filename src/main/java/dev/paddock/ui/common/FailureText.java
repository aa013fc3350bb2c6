package dev.paddock.ui.common;

/**
 * A failure in words.
 *
 * @param title what happened, a few words
 * @param cause why, one sentence
 * @param remedy what helps, one sentence; may be empty
 */
public record FailureText(String title, String cause, String remedy) {}
