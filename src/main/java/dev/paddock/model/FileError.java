package dev.paddock.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;

/**
 * Why the system does not let a file be read or written.
 *
 * @param systemSays in its own words; empty when it says nothing or {@code kind} says it all
 */
public record FileError(Kind kind, String systemSays) {
    /** As far as it is known. */
    public enum Kind {
        MISSING,
        /** A folder where a file should be. */
        FOLDER,
        /** A device, a pipe or a socket. */
        NOT_A_FILE,
        /** A file where a folder should be. */
        NOT_A_FOLDER,
        NO_PERMISSION,
        DISK_FULL,
        OTHER
    }

    public FileError(Kind kind) {
        this(kind, "");
    }

    public static FileError of(IOException refused) {
        return switch (refused) {
            case AccessDeniedException _ -> new FileError(Kind.NO_PERMISSION);
            case NoSuchFileException _ -> new FileError(Kind.MISSING);
            case FileAlreadyExistsException _, NotDirectoryException _ ->
                    new FileError(Kind.NOT_A_FOLDER);
            case FileSystemException named ->
                    said(Optional.ofNullable(named.getReason()).orElse(""));
            default -> said(Optional.ofNullable(refused.getMessage()).orElse(""));
        };
    }

    /** What the system said of it, of which the commonest is known in English. */
    public static FileError said(String systemSays) {
        var text = systemSays.toLowerCase(Locale.ROOT);
        if (text.contains("permission denied") || text.contains("access is denied")) {
            return new FileError(Kind.NO_PERMISSION);
        }
        if (text.contains("no space left") || text.contains("not enough space")) {
            return new FileError(Kind.DISK_FULL);
        }
        return new FileError(Kind.OTHER, systemSays.strip());
    }
}
