package dev.paddock.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a small file so that a crash at any moment leaves the old or the new one, whole. */
final class AtomicFile {
    private AtomicFile() {}

    /** Blocks until the content is on the disk. A symbolic link stays one. */
    static void replace(Path file, byte[] content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (!Files.isDirectory(folder)) {
            OwnerOnly.folder(folder);
        }
        Path fresh = Files.createTempFile(folder, target.getFileName() + ".", ".new");
        try {
            writeThrough(fresh, content);
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
        syncFolder(folder);
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the new name durable; some systems cannot open a folder, and need not. */
    private static void syncFolder(Path folder) {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException notHere) {
            // the file itself is durable; only its name may be the old one after a power loss
        }
    }
}
