package dev.paddock.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and folders that nobody else on the machine may read, where the file system knows of that;
 * elsewhere they are as the system makes them. Links are never followed to change anything.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes the folder and what is missing above it; one that is there is narrowed. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, FOLDER));
        narrow(folder);
    }

    /** Makes an empty file, or narrows the one that is there. */
    public static void create(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FILE));
        } catch (FileAlreadyExistsException there) {
            narrow(file);
        }
    }

    /** Begins the file anew. */
    static OutputStream write(Path file) throws IOException {
        create(file);
        var options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        return Channels.newOutputStream(Files.newByteChannel(file, options));
    }

    /** Takes from others what they may do with it; does nothing for what belongs to another. */
    static void narrow(Path path) {
        try {
            if (!posix(path)) {
                return;
            }
            var rights = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            if (folder && !FOLDER.containsAll(rights)) {
                Files.setPosixFilePermissions(path, FOLDER);
            } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && !FILE.containsAll(rights)) {
                Files.setPosixFilePermissions(path, FILE);
            }
        } catch (IOException ofAnother) {
            // Whoever owns it decides; nothing of ours is written into it.
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> rights) {
        return posix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
