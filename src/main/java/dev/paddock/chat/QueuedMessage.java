package dev.paddock.chat;

/**
 * A message that waits for the answer under way.
 *
 * @param number its own within its conversation, larger than those of earlier ones
 */
public record QueuedMessage(long number, String text) {}
