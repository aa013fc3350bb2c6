package dev.paddock.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of text and the four before it: {@code engine.log}, {@code engine.1.log} … {@code
 * engine.4.log}, the newest first. Not safe for several threads.
 */
final class RollingFile implements AutoCloseable {
    private static final int OLD_FILES = 4;
    private static final String ENDING = ".log";

    private final Path folder;
    private final String name;
    private final long mostBytes;
    private final Opener opener;
    private OutputStream out = OutputStream.nullOutputStream();
    private long bytes;

    /** How a file is made, so that tests can have bad disks. */
    interface Opener {
        OutputStream open(Path file) throws IOException;
    }

    /**
     * @param name of the files, without what comes after it
     * @param mostBytes of one file; a single line may go beyond
     */
    RollingFile(Path folder, String name, long mostBytes, Opener opener) {
        this.folder = folder;
        this.name = name;
        this.mostBytes = mostBytes;
        this.opener = opener;
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return folder.resolve(name + ENDING);
    }

    /** Makes the current file the first of the old ones and begins a new one. */
    void roll() throws IOException {
        close();
        OwnerOnly.folder(folder);
        for (int number = OLD_FILES; number >= 1; number--) {
            Path newer = number == 1 ? file() : old(number - 1);
            if (Files.exists(newer)) {
                Files.move(newer, old(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        out = new BufferedOutputStream(opener.open(file()));
        bytes = 0;
    }

    boolean full() {
        return bytes >= mostBytes;
    }

    void line(String text) throws IOException {
        byte[] line = (text + '\n').getBytes(StandardCharsets.UTF_8);
        out.write(line);
        bytes += line.length;
    }

    /** Hands what was written to the system. */
    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        OutputStream open = out;
        out = OutputStream.nullOutputStream();
        open.close();
    }

    private Path old(int number) {
        return folder.resolve(name + '.' + number + ENDING);
    }
}
