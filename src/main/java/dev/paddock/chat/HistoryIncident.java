package dev.paddock.chat;

import java.nio.file.Path;
import java.time.Instant;

/** What happened to the file of the history while it was in use. */
public sealed interface HistoryIncident {
    /** Where the history is to lie. */
    Path file();

    /** When it was noticed. */
    Instant at();

    /** It, or its folder, was taken away. It was written anew, and nothing is lost. */
    record Rewritten(Path file, Instant at) implements HistoryIncident {}

    /**
     * Another file came in its place. It was written anew, and nothing is lost.
     *
     * @param found where the other one lies now
     */
    record Displaced(Path file, Instant at, Path found) implements HistoryIncident {}

    /**
     * It was taken away and cannot be written anew. What is said from now on is kept until the app
     * ends; each change tries again.
     */
    record Adrift(Path file, Instant at, HistoryFailure why) implements HistoryIncident {}

    /** Somebody else wrote into it or cut it off. */
    record Broken(HistoryFailure.Damaged why, Instant at) implements HistoryIncident {
        @Override
        public Path file() {
            return why.file();
        }
    }

    /** It was not there when it was opened, though there are copies: a new one was begun. */
    record Missing(Path file, Instant at) implements HistoryIncident {}

    /** The copy of the day could not be made. */
    record NotBackedUp(Path file, Instant at, HistoryFailure why) implements HistoryIncident {}
}
