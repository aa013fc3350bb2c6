package dev.paddock.chat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the files of a history that is not open. Nothing is ever deleted. Blocks on the disk; what
 * changes files throws a {@link HistoryException} and leaves them as they were when it cannot.
 */
public interface HistoryFiles {
    /** All that was kept, from before an update or of a day; newest first. */
    List<KeptCopy> copies();

    /** The newest of {@link #copies} that is whole: each is read to its end. */
    Optional<KeptCopy> copy();

    /**
     * Moves the history to another name in its folder, with all that belongs to it.
     *
     * @return where it lies now
     */
    Path setAside();

    /**
     * As {@link #setAside}, and puts {@code copy} in its place, if it is whole; the copy itself
     * stays as well.
     *
     * @return where the one that was there lies now
     */
    Path restore(KeptCopy copy);

    /**
     * @param made when it was the history
     * @param conversations how many it holds
     */
    record KeptCopy(Path file, Instant made, int conversations) {}
}
