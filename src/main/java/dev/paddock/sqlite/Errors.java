package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.chat.HistoryFailure.DiskFull;
import dev.paddock.chat.HistoryFailure.InUse;
import dev.paddock.chat.HistoryFailure.NoPermission;
import dev.paddock.chat.HistoryFailure.Unusable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Optional;

/** What SQLite and the file system report, as failures of the history. */
final class Errors {
    /** Less free space than this explains a failed write. */
    private static final long NO_SPACE_BYTES = 256 * 1024;

    private Errors() {}

    /** Numbers as in https://www.sqlite.org/rescode.html. */
    static HistoryException of(SQLException error, Path file) {
        var failure =
                switch (error.getErrorCode() & 0xff) {
                    case 5, 6 -> new InUse(file);
                    case 3, 8 -> new NoPermission(file);
                    case 10 -> full(file) ? new DiskFull(file) : unusable(error, file);
                    case 11 -> new Damaged(file, Damage.BROKEN);
                    case 13 -> new DiskFull(file);
                    case 14 -> openFailed(error, file);
                    case 26 -> new Damaged(file, Damage.NOT_A_HISTORY);
                    default -> unusable(error, file);
                };
        return new HistoryException(failure, error);
    }

    static HistoryException of(IOException error, Path file) {
        var failure =
                error instanceof AccessDeniedException
                        ? new NoPermission(file)
                        : openFailed(error, file);
        return new HistoryException(failure, error);
    }

    private static HistoryFailure openFailed(Exception error, Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new Damaged(file, Damage.NOT_A_FILE);
        }
        return forbidden(file)
                ? new NoPermission(file)
                : full(file) ? new DiskFull(file) : unusable(error, file);
    }

    private static boolean forbidden(Path file) {
        var folder = file.getParent();
        return Files.isDirectory(folder) && !Files.isWritable(folder)
                || Files.exists(file) && !(Files.isReadable(file) && Files.isWritable(file));
    }

    private static HistoryFailure unusable(Exception error, Path file) {
        return new Unusable(file, Optional.ofNullable(error.getMessage()).orElse(""));
    }

    private static boolean full(Path file) {
        try {
            return Files.getFileStore(file.getParent()).getUsableSpace() < NO_SPACE_BYTES;
        } catch (IOException | ReadOnlyFileSystemException e) {
            return false;
        }
    }
}
