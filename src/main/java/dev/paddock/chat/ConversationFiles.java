package dev.paddock.chat;

import dev.paddock.chat.Exchange.Format;
import dev.paddock.chat.Exchange.Labels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Takes conversations out of the history and into it. Methods return at once; futures end with an
 * {@link IOException} of the file or a {@link HistoryException}.
 */
public final class ConversationFiles {
    private final History history;
    private final Exchange exchange;
    private final Executor background;

    /**
     * What became of a file.
     *
     * @param taken how many conversations are new in the history
     * @param known how many were there already, and are as they were
     * @param stopped why the rest of the file could not be read
     */
    public record Taken(
            int taken, int known, Optional<Exchange.UnreadableException.Reason> stopped) {}

    public ConversationFiles(History history, Exchange exchange, Executor background) {
        this.history = history;
        this.exchange = exchange;
        this.background = background;
    }

    /** As text, for the clipboard. */
    public CompletableFuture<String> text(ConversationId id, Format format, Labels labels) {
        return CompletableFuture.supplyAsync(
                () -> exchange.text(history.whole(id).orElseThrow(), format, labels), background);
    }

    /** Writes some, those that are still there. */
    public CompletableFuture<Void> write(
            List<ConversationId> some, Path file, Format format, Labels labels) {
        return CompletableFuture.runAsync(
                () -> {
                    var all = some.stream().map(history::whole).flatMap(Optional::stream);
                    try {
                        exchange.write(file, all.iterator(), format, labels);
                    } catch (IOException refused) {
                        throw new CompletionException(refused);
                    }
                },
                background);
    }

    /** Writes all that are listed, newest first. */
    public CompletableFuture<Void> writeAll(Path file, Format format, Labels labels) {
        return CompletableFuture.supplyAsync(
                        () -> history.conversations().stream().map(Conversation::id).toList(),
                        background)
                .thenCompose(all -> write(all, file, format, labels));
    }

    /** Takes in what the history does not have yet. {@link Conversations#load} is to follow. */
    public CompletableFuture<Taken> read(Path file) {
        return CompletableFuture.supplyAsync(() -> readNow(file), background);
    }

    private Taken readNow(Path file) {
        var known =
                history.conversations().stream()
                        .map(Conversation::id)
                        .collect(Collectors.toCollection(HashSet::new));
        var counts = new int[2];
        try {
            exchange.read(
                    file,
                    one -> {
                        boolean fresh = known.add(one.conversation().id());
                        if (fresh) {
                            history.put(one);
                        }
                        counts[fresh ? 0 : 1]++;
                        return true;
                    });
            return new Taken(counts[0], counts[1], Optional.empty());
        } catch (Exchange.UnreadableException cut) {
            if (counts[0] + counts[1] == 0) {
                throw new CompletionException(cut);
            }
            return new Taken(counts[0], counts[1], Optional.of(cut.reason()));
        } catch (IOException | UncheckedIOException refused) {
            throw new CompletionException(refused);
        }
    }
}
