package dev.paddock.llama.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much of files a process has read, from Linux's {@code /proc}. */
final class BytesRead {
    private static final Path PROC = Path.of("/proc");
    private static final String READ = "rchar: ";
    private static final String MAPPED = "RssFile:";
    private static final long KIB = 1024;

    private BytesRead() {}

    /**
     * What it read, and what of its mapped files came into memory: engines load a model in either
     * way. Empty on other systems.
     */
    static OptionalLong by(long pid) {
        try {
            var process = PROC.resolve(Long.toString(pid));
            long read = figure(process.resolve("io"), READ);
            return OptionalLong.of(read + KIB * figure(process.resolve("status"), MAPPED));
        } catch (IOException | NumberFormatException untold) {
            return OptionalLong.empty();
        }
    }

    private static long figure(Path file, String name) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.substring(name.length()).replace("kB", "").strip());
            }
        }
        throw new IOException(name + " is not there");
    }
}
