package dev.paddock.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody else on the machine may read, where the file system knows of that. */
final class OwnerOnly {
    private OwnerOnly() {}

    /** An empty one, for SQLite to fill; where permissions are unknown SQLite makes it itself. */
    static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.fromString("rw-------");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
        }
    }

    /** Makes the folder, and those above it, where they are missing. */
    static void folder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else {
            Files.createDirectories(folder);
        }
    }
}
