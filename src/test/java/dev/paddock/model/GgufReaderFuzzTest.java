package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Whatever the bytes, the reader reads and allocates little, and throws its own kind. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GgufReaderFuzzTest {
    private static final long[] NASTY = {
        0, 1, 4, 8, 9, 255, 1 << 16, 1 << 20, 1L << 31, 1L << 32, 1L << 62, Long.MAX_VALUE, -1, -8
    };
    private static final long MOST_ALLOCATED = 4 << 20;

    /** Beyond the file itself: its start and its parts are looked at, too. */
    private static final long MOST_READ_AGAIN = 1 << 20;

    /** As many as a header may have, however large the file says it is. */
    private static final long MOST_READ = 256L << 20;

    private static final Path COUNTED = Path.of("/proc/thread-self/io");
    private static final int ROUNDS = 4000;

    private final ModelReader reader = new GgufReader();
    private final byte[] tiny = TinyModel.bytes();
    private final int header = TinyModel.writer().header().length;
    @TempDir Path folder;

    @Test
    void mutationsOfTheHeader() throws Exception {
        var random = new Random(7);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = Arrays.copyOf(tiny, header + 64);
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                mutate(bytes, random);
            }
            refused += refuses(bytes, "round " + round) ? 1 : 0;
        }
        assertTrue(refused > ROUNDS / 2, "only " + refused + " were refused");
    }

    @Test
    void everyTruncation() throws Exception {
        for (int length = 0; length < header; length += length < 2000 ? 1 : 37) {
            assertTrue(refuses(Arrays.copyOf(tiny, length), length + " bytes"));
        }
        assertTrue(refuses(Arrays.copyOf(tiny, tiny.length - 1), "one byte short"));
    }

    @Test
    void noise() throws Exception {
        var random = new Random(8);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            byte[] start = {'G', 'G', 'U', 'F', 3, 0, 0, 0};
            System.arraycopy(start, 0, bytes, 0, Math.min(bytes.length, start.length));
            refuses(bytes, "noise " + round);
        }
    }

    @Test
    void aHugeArrayOfEmptyTexts() throws Exception {
        Path file = folder.resolve("endless.gguf");
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            var start = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
            start.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(3);
            start.putLong(0).putLong(1).putLong(1).put((byte) 'k');
            start.putInt(ValueType.ARRAY.id()).putInt(ValueType.STRING.id());
            start.putLong(1L << 31);
            out.write(start.array());
            out.setLength(20L << 30);
        }
        assertTrue(refuses(file, "endless"));
    }

    private void mutate(byte[] bytes, Random random) {
        int at = random.nextInt(header - Long.BYTES);
        switch (random.nextInt(3)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[random.nextInt(64)] = (byte) random.nextInt();
            default ->
                    ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(at, NASTY[random.nextInt(NASTY.length)]);
        }
    }

    private boolean refuses(byte[] bytes, String what) throws IOException {
        return refuses(Files.write(folder.resolve("fuzz.gguf"), bytes), what);
    }

    private boolean refuses(Path file, String what) throws IOException {
        long readBefore = bytesRead();
        long bytesBefore = allocated();
        boolean refused = refused(file);
        long taken = allocated() - bytesBefore;
        long read = bytesRead() - readBefore;
        long most = Math.min(MOST_READ, 2 * Files.size(file)) + MOST_READ_AGAIN;
        assertTrue(read <= most, what + " read " + read + " bytes");
        assertTrue(taken < MOST_ALLOCATED, what + " took " + taken + " bytes");
        return refused;
    }

    private boolean refused(Path file) {
        try {
            reader.read(file);
            return false;
        } catch (ModelException expected) {
            return true;
        }
    }

    /** By this thread, as the system counts it; Linux alone does. */
    private static long bytesRead() throws IOException {
        return Files.exists(COUNTED)
                ? Files.readAllLines(COUNTED).stream()
                        .filter(line -> line.startsWith("rchar: "))
                        .mapToLong(line -> Long.parseLong(line.substring(7)))
                        .findFirst()
                        .orElseThrow()
                : 0;
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
