package dev.paddock.chat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: the files of a history that cannot be used and is not open. Nothing is ever deleted. Blocks
 * on the disk; what changes files throws a {@link HistoryException} and leaves them as they were
 * when it cannot.
 */
public interface HistoryFiles {
    /** The newest one that was kept from before an update, and is whole. */
    Optional<KeptCopy> copy();

    /**
     * Moves the history to another name in its folder, with all that belongs to it.
     *
     * @return where it lies now
     */
    Path setAside();

    /**
     * As {@link #setAside}, and puts {@code copy} in its place; the copy itself stays as well.
     *
     * @return where the one that cannot be used lies now
     */
    Path restore(KeptCopy copy);

    /**
     * @param made when it was the history
     */
    record KeptCopy(Path file, Instant made) {}
}
