package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryException.Kind;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;

/** What SQLite and the file system report, in the words of the history. */
final class Errors {
    /** Less free space than this explains a failed write. */
    private static final long NO_SPACE_BYTES = 256 * 1024;

    private Errors() {}

    /** Numbers as in https://www.sqlite.org/rescode.html. */
    static HistoryException of(SQLException error, Path file) {
        var kind =
                switch (error.getErrorCode() & 0xff) {
                    case 5, 6 -> Kind.LOCKED;
                    case 3, 8 -> Kind.READ_ONLY;
                    case 10 -> full(file) ? Kind.DISK_FULL : Kind.OTHER;
                    case 11, 26 -> Kind.DAMAGED;
                    case 13 -> Kind.DISK_FULL;
                    case 14 -> openFailed(file);
                    default -> Kind.OTHER;
                };
        return new HistoryException(kind, String.valueOf(error.getMessage()), error);
    }

    static HistoryException of(IOException error, Path file) {
        var kind = error instanceof AccessDeniedException ? Kind.READ_ONLY : openFailed(file);
        return new HistoryException(kind, error.toString(), error);
    }

    private static Kind openFailed(Path file) {
        var folder = file.getParent();
        if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
            return Kind.READ_ONLY;
        }
        return full(file) ? Kind.DISK_FULL : Kind.OTHER;
    }

    private static boolean full(Path file) {
        try {
            return Files.getFileStore(file.getParent()).getUsableSpace() < NO_SPACE_BYTES;
        } catch (IOException | ReadOnlyFileSystemException e) {
            return false;
        }
    }
}
