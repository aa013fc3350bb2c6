package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.chat.HistoryIncident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Reads a history that was not closed, because the app or the machine came down, from end to end:
 * pages that were overwritten in its middle would be written on otherwise.
 */
final class Checkup {
    private Checkup() {}

    /** Whether the file was open when its app ended. To be asked before it is opened. */
    static boolean due(Path file) {
        try {
            return Files.size(SqliteHistoryFiles.beside(file.toAbsolutePath(), "-wal")) > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    /** In the background, on a connection of its own. */
    static void start(Path file, Consumer<HistoryIncident> incidents) {
        Thread.ofPlatform().daemon().name("history-check").start(() -> run(file, incidents));
    }

    private static void run(Path file, Consumer<HistoryIncident> incidents) {
        try (var connection = OpenFile.connect(file)) {
            Backups.check(connection, file);
        } catch (SQLException broken) {
            tell(Errors.of(broken, file), incidents);
        } catch (HistoryException broken) {
            tell(broken, incidents);
        }
    }

    /** Any other trouble is met, and told, by whoever uses the history. */
    private static void tell(HistoryException trouble, Consumer<HistoryIncident> incidents) {
        if (trouble.failure() instanceof Damaged damaged) {
            incidents.accept(new HistoryIncident.Broken(damaged, Instant.now()));
        }
    }
}
