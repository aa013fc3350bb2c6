package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives a history that is open and whose file was taken away its file back. The connections still
 * reach the old one, though it has no name any more: all of it is copied to the old name, and only
 * then they are closed.
 */
final class Revival {
    private final Path file;

    /**
     * @param file the history, absolute
     */
    Revival(Path file) {
        this.file = file;
    }

    /**
     * Blocks on the disk. {@code open} is closed when it succeeds, and as it was when it fails
     * before anything was moved.
     *
     * @return where another file lies now that had come in its place
     * @throws HistoryException or SQLException when it cannot be written
     */
    Optional<Path> run(OpenFile open) throws SQLException {
        try {
            OwnerOnly.folder(file.getParent());
            if (Files.exists(file)) {
                Copies.copy(open.writer(), rescued());
            } else {
                copyWithPlaceholder(open);
            }
        } catch (IOException refused) {
            throw Errors.of(refused, file);
        }
        var found = displaced(open);
        open.close();
        finish();
        return found;
    }

    /**
     * SQLite may have to make a log first, with the permissions of what lies at the file's name.
     */
    private void copyWithPlaceholder(OpenFile open) throws SQLException, IOException {
        OwnerOnly.create(file);
        try {
            Copies.copy(open.writer(), rescued());
        } finally {
            if (Files.exists(file) && Files.size(file) == 0) {
                Files.delete(file);
            }
        }
    }

    /** What is left to do when {@link #run} failed after it had closed the connections. */
    void finish() {
        try {
            if (Files.exists(rescued()) && Files.notExists(file)) {
                for (var ending : SqliteHistoryFiles.LOGS) {
                    Files.deleteIfExists(SqliteHistoryFiles.beside(file, ending));
                }
                Files.move(rescued(), file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException refused) {
            throw Errors.of(refused, file);
        }
    }

    private Path rescued() {
        return SqliteHistoryFiles.beside(file, ".rescued");
    }

    /** What lies in its place belongs to somebody, and so does a log that is not ours. */
    private Optional<Path> displaced(OpenFile open) {
        return Files.exists(file)
                ? Optional.of(
                        new SqliteHistoryFiles(file, Clock.systemDefaultZone())
                                .setAside("history-found-", ending -> !open.owns(ending)))
                : Optional.empty();
    }
}
