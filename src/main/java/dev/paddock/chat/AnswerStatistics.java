package dev.paddock.chat;

/**
 * Figures of one answer.
 *
 * @param promptTokens tokens of the prompt, the cached ones included
 * @param cachedTokens of these, how many the slot still held
 * @param firstTokenMillis from sending the request to its first token, as seen by this app
 * @param tokensPerSecond generation speed as the engine measured it
 * @param totalMillis from sending the request to its end, as seen by this app
 */
public record AnswerStatistics(
        int promptTokens,
        int cachedTokens,
        int completionTokens,
        long firstTokenMillis,
        double tokensPerSecond,
        long totalMillis) {}
