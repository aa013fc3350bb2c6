package dev.paddock.chat;

/**
 * Figures of one answer.
 *
 * @param promptTokens tokens of the prompt, the cached ones included; 0 where nobody said
 * @param cachedTokens of these, how many the slot still held
 * @param firstTokenMillis from sending the request to its first token, as seen by this app
 * @param promptTokensPerSecond how fast what was not cached was read, as the engine measured it; 0
 *     where it did not say
 * @param tokensPerSecond generation speed as the engine measured it, or as this app did where the
 *     engine did not say; 0 for less than two tokens
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

    /** Whether there is a speed to tell: a single token has none, whatever the engine says. */
    public boolean hasSpeed() {
        return completionTokens > 1 && tokensPerSecond > 0;
    }

    /**
     * Of an answer that went on: of all its tokens, in all the time they took. What was read again
     * to go on is no part of the prompt.
     */
    AnswerStatistics after(AnswerStatistics first) {
        boolean told = first.promptTokens > 0;
        return new AnswerStatistics(
                told ? first.promptTokens : promptTokens,
                told ? first.cachedTokens : cachedTokens,
                first.completionTokens + completionTokens,
                first.completionTokens > 0 ? first.firstTokenMillis : firstTokenMillis,
                told ? first.promptTokensPerSecond : promptTokensPerSecond,
                speedAfter(first),
                first.totalMillis + totalMillis);
    }

    private double speedAfter(AnswerStatistics first) {
        if (!first.hasSpeed() || !hasSpeed()) {
            return first.hasSpeed() ? first.tokensPerSecond : tokensPerSecond;
        }
        double seconds =
                first.completionTokens / first.tokensPerSecond + completionTokens / tokensPerSecond;
        return (first.completionTokens + completionTokens) / seconds;
    }

    /** The same, with {@code counted} in place of the tokens and speeds that are not told. */
    AnswerStatistics orElse(AnswerStatistics counted) {
        boolean told = promptTokens > 0;
        return new AnswerStatistics(
                told ? promptTokens : counted.promptTokens,
                told || cachedTokens > 0 ? cachedTokens : counted.cachedTokens,
                completionTokens > 0 ? completionTokens : counted.completionTokens,
                firstTokenMillis,
                promptTokensPerSecond > 0 ? promptTokensPerSecond : counted.promptTokensPerSecond,
                tokensPerSecond > 0 ? tokensPerSecond : counted.tokensPerSecond,
                totalMillis);
    }
}
