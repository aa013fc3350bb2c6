package dev.paddock.chat;

import dev.paddock.chat.HistoryFiles.KeptCopy;
import dev.paddock.signal.Observable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The ways on when the history is damaged or was taken away. Methods return at once, on any thread;
 * futures end with a {@link HistoryException} when the files cannot be moved. Afterwards the list
 * is to be read again, by {@link Conversations#load}.
 */
public final class HistoryRecovery {
    private final Conversations conversations;
    private final LazyHistory history;
    private final HistoryFiles files;
    private final Executor background;

    public HistoryRecovery(
            Conversations conversations,
            LazyHistory history,
            HistoryFiles files,
            Executor background) {
        this.conversations = conversations;
        this.history = history;
        this.files = files;
        this.background = background;
    }

    /** What happened last to the file while it was in use. */
    public Observable<Optional<HistoryIncident>> incidents() {
        return history.incidents();
    }

    /** Tries once more to write what was taken away. */
    public CompletableFuture<Void> keepInPlace() {
        return CompletableFuture.runAsync(history::keepInPlace, background);
    }

    /** All that was kept, newest first. */
    public CompletableFuture<List<KeptCopy>> copies() {
        return CompletableFuture.supplyAsync(files::copies, background);
    }

    /** What could be restored. */
    public CompletableFuture<Optional<KeptCopy>> copy() {
        return CompletableFuture.supplyAsync(files::copy, background);
    }

    /**
     * Sets the history aside, so that the next one who asks makes a new one.
     *
     * @return where it lies now
     */
    public CompletableFuture<Path> beginAnew() {
        return replace(files::setAside);
    }

    /** As {@link #beginAnew}, with what {@code copy} holds. */
    public CompletableFuture<Path> restore(KeptCopy copy) {
        return replace(() -> files.restore(copy));
    }

    private CompletableFuture<Path> replace(Supplier<Path> change) {
        return conversations.replaceHistory(() -> history.whileClosed(change));
    }
}
