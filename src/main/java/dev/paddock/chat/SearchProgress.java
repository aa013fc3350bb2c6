package dev.paddock.chat;

/** Whoever waits for a search. Called on the thread that searches. */
public interface SearchProgress {
    /** Whether it is still waited for; asked often. */
    boolean isWanted();

    /** All that is found up to now, in place of what was told before. */
    void found(SearchHits soFar);
}
