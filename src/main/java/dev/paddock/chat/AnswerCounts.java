package dev.paddock.chat;

/**
 * The answers of all conversations, counted by what has arrived of them, as {@link
 * LiveAnswer#statistics} counts.
 *
 * @param tokens of all answers since the app started
 * @param underWayTokens of these, those of answers under way
 * @param tokensPerSecond of the answers under way together, each since its first token and as long
 *     as more come
 * @param atWork answers that the engine has begun with
 * @param waiting answers that it has not
 * @param sending questions on their way into the history, of which the engine knows nothing yet
 * @param leftWaiting how many were given up before it began with them, since the app started
 */
public record AnswerCounts(
        long tokens,
        long underWayTokens,
        double tokensPerSecond,
        int atWork,
        int waiting,
        int sending,
        long leftWaiting) {
    /** Whether the engine has something to do, or will have in a moment. */
    public boolean busy() {
        return atWork + waiting + sending > 0;
    }
}
