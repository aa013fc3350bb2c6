package dev.paddock.chat;

/**
 * Figures of one answer.
 *
 * @param promptTokens tokens of the prompt, the cached ones included
 * @param cachedTokens of these, how many the slot still held
 * @param firstTokenMillis from sending the request to its first token, as seen by this app
 * @param promptTokensPerSecond how fast what was not cached was read, as the engine measured it; 0
 *     where it did not say
 * @param tokensPerSecond generation speed as the engine measured it
 * @param totalMillis from sending the request to its end, as seen by this app
 */
public record AnswerStatistics(
        int promptTokens,
        int cachedTokens,
        int completionTokens,
        long firstTokenMillis,
        double promptTokensPerSecond,
        double tokensPerSecond,
        long totalMillis) {
    /** Of prompt and answer together. */
    public int totalTokens() {
        return promptTokens + completionTokens;
    }

    /** The same figures of an answer that ended after so long. */
    AnswerStatistics lasting(long millis) {
        return new AnswerStatistics(
                promptTokens,
                cachedTokens,
                completionTokens,
                firstTokenMillis,
                promptTokensPerSecond,
                tokensPerSecond,
                millis);
    }
}
