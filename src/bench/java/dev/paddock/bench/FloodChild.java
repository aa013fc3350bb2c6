package dev.paddock.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that writes so many bytes of log a second, and notes in a file how well it got rid of
 * them: megabytes a second, and its longest wait for the reader in milliseconds.
 */
final class FloodChild {
    private static final int BLOCK = 64 * 1024;
    private static final double MEGA = 1e6;

    private FloodChild() {}

    /**
     * Arguments: the file, all bytes, the bytes of a second (0: as many as it can), and what to
     * write: {@code lines}, {@code endless} or {@code bad}.
     */
    static void main(String[] arguments) throws IOException {
        long all = Long.parseLong(arguments[1]);
        long rate = Long.parseLong(arguments[2]);
        byte[] block = block(arguments[3]);
        long longest = 0;
        long start = System.nanoTime();
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            for (long written = 0; written < all; ) {
                long before = System.nanoTime();
                out.write(block);
                written += block.length;
                long now = System.nanoTime();
                longest = Math.max(longest, now - before);
                if (rate > 0) {
                    LockSupport.parkNanos(start + (long) (written * 1e9 / rate) - now);
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.writeString(
                Path.of(arguments[0]),
                String.format(Locale.ROOT, "%f %f", all / MEGA / seconds, longest / MEGA));
    }

    private static byte[] block(String kind) {
        var block = new byte[BLOCK];
        byte[] line =
                "0.01.001.220 D slot update_slots: id  0 | task 17 | n_decoded = 4711, n_remaining"
                        .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < BLOCK; i++) {
            int at = i % (line.length + 1);
            block[i] =
                    switch (kind) {
                        case "endless" -> (byte) 'x';
                        case "bad" -> (byte) 0xff;
                        default -> at == line.length ? (byte) '\n' : line[at];
                    };
        }
        return block;
    }
}
