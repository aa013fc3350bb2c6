package dev.paddock.model;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads little-endian values from the start of a file through a buffer of {@value #BUFFER_BYTES}
 * bytes. What is skipped is not read. It refuses to go beyond a bound, so that no file can keep it
 * busy for long.
 */
final class GgufInput implements Closeable {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final long bound;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);

    /** Where in the file the first byte of the buffer lies. */
    private long bufferStart;

    GgufInput(Path path, long bound) throws IOException {
        this.path = path;
        this.bound = bound;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.size = channel.size();
    }

    Path path() {
        return path;
    }

    long size() {
        return size;
    }

    long position() {
        return bufferStart + buffer.position();
    }

    int u8() throws IOException, ModelException {
        return Byte.toUnsignedInt(next(Byte.BYTES).get());
    }

    int u16() throws IOException, ModelException {
        return Short.toUnsignedInt(next(Short.BYTES).getShort());
    }

    long u32() throws IOException, ModelException {
        return Integer.toUnsignedLong(next(Integer.BYTES).getInt());
    }

    /** Negative when it is 2^63 or more. */
    long u64() throws IOException, ModelException {
        return next(Long.BYTES).getLong();
    }

    /** A count of things; {@code most} is the bound. */
    long count(Damage.Counted what, long most) throws IOException, ModelException {
        long count = u64();
        if (count < 0 || count > most) {
            throw damaged(new Damage.TooMany(what, count));
        }
        return count;
    }

    /** A text of which at most {@code most} bytes are kept. */
    String text(int most) throws IOException, ModelException {
        long length = u64();
        requireAhead(length);
        byte[] kept = new byte[(int) Math.min(length, most)];
        int done = 0;
        while (done < kept.length) {
            int chunk = Math.min(kept.length - done, BUFFER_BYTES);
            next(chunk).get(kept, done, chunk);
            done += chunk;
        }
        skip(length - kept.length);
        return new String(kept, StandardCharsets.UTF_8);
    }

    void skipText() throws IOException, ModelException {
        skip(u64());
    }

    void skip(long bytes) throws ModelException {
        requireAhead(bytes);
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
        } else {
            bufferStart = position() + bytes;
            buffer.position(0).limit(0);
        }
    }

    /** The first bytes of the file, at most {@code most}; the position stays. */
    byte[] start(int most) throws IOException {
        var first = ByteBuffer.allocate(most);
        while (first.hasRemaining() && channel.read(first, first.position()) > 0) {
            // until it is full or the file ends
        }
        return java.util.Arrays.copyOf(first.array(), first.position());
    }

    ModelException damaged(Damage damage) {
        return new ModelException(new ModelProblem.Damaged(path, damage));
    }

    ModelException cutOff() {
        return new ModelException(new ModelProblem.Truncated(path, size, 0));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void requireAhead(long bytes) throws ModelException {
        if (bytes < 0 || bytes > bound - position()) {
            throw damaged(new Damage.TooLong(bytes));
        }
        if (bytes > size - position()) {
            throw cutOff();
        }
    }

    private ByteBuffer next(int bytes) throws IOException, ModelException {
        if (buffer.remaining() < bytes) {
            requireAhead(bytes);
            bufferStart = position();
            buffer.compact();
            while (buffer.position() < bytes) {
                if (channel.read(buffer, bufferStart + buffer.position()) < 0) {
                    buffer.flip();
                    throw cutOff();
                }
            }
            buffer.flip();
        }
        return buffer;
    }
}
