package dev.paddock.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A display server of our own (Xvfb) whose picture lies in a file: what is seen on it can be read
 * without asking the program that draws, and without a share in its work.
 */
final class Screen implements AutoCloseable {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1000;
    private static final int STEP = 3;
    private static final int COLORS_OFFSET = 19 * 4;
    private static final int COLOR_BYTES = 12;
    private static final ValueLayout.OfInt BIG =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt PIXEL =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Arena arena = Arena.ofShared();
    private final Process server;
    private final String display;
    private final MemorySegment picture;
    private final long pixels;

    private Screen(Process server, String display, Path file) throws IOException {
        this.server = server;
        this.display = display;
        try (var channel = FileChannel.open(file)) {
            picture = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        // As the X Window Dump format has it: a header with its own length, colours, pixels.
        pixels = picture.get(BIG, 0) + (long) COLOR_BYTES * picture.get(BIG, COLORS_OFFSET);
    }

    static Screen open() throws IOException {
        Path folder = Files.createTempDirectory("screen");
        var command =
                new String[] {
                    "Xvfb",
                    "-displayfd",
                    "1",
                    "-fbdir",
                    folder.toString(),
                    "-nolisten",
                    "tcp",
                    "-screen",
                    "0",
                    WIDTH + "x" + HEIGHT + "x24"
                };
        var server =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String number = server.inputReader().readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return new Screen(server, ":" + number, folder.resolve("Xvfb_screen0"));
    }

    /** For the environment variable {@code DISPLAY}. */
    String display() {
        return display;
    }

    /**
     * Blocks until at least so many colours are on the screen, looking every 500 µs.
     *
     * @return whether it came to that while {@code process} lived
     */
    boolean await(int colors, Process process) throws InterruptedException {
        while (process.isAlive()) {
            if (colors() >= colors) {
                return true;
            }
            TimeUnit.MICROSECONDS.sleep(500);
        }
        return false;
    }

    /** Blocks until the windows of a process that ended are gone. */
    void awaitEmpty() throws InterruptedException {
        while (colors() > 1) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Among the pixels of a grid. */
    private int colors() {
        Set<Integer> seen = new HashSet<>();
        for (long row = 0; row < HEIGHT; row += STEP * 4) {
            for (long column = 0; column < WIDTH; column += STEP) {
                seen.add(picture.get(PIXEL, pixels + (row * WIDTH + column) * 4));
            }
        }
        return seen.size();
    }

    @Override
    public void close() {
        arena.close();
        server.destroy();
    }
}
