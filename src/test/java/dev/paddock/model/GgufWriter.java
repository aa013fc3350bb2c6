package dev.paddock.model;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Builds a small GGUF file of version 3 in memory: keys first, then F32 tensors, each in the order
 * they were first named; naming one again replaces it. Not for more than some megabytes. Not safe
 * for several threads.
 */
public final class GgufWriter {
    private static final int VERSION = 3;
    private static final int ALIGNMENT = 32;
    private static final int F32 = 0;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private record Tensor(long[] dimensions, float[] weights) {
        long count() {
            return LongStream.of(dimensions).reduce(1, (one, other) -> one * other);
        }
    }

    public GgufWriter text(String key, String value) {
        return entry(key, ValueType.STRING, out -> out.text(value));
    }

    /** As an unsigned number of 32 bits. */
    public GgufWriter number(String key, int value) {
        return entry(key, ValueType.U32, out -> out.u32(value));
    }

    /** As an unsigned number of 16 bits. */
    GgufWriter shortNumber(String key, int value) {
        return entry(key, ValueType.U16, out -> out.u16(value));
    }

    public GgufWriter real(String key, float value) {
        return entry(key, ValueType.F32, out -> out.f32(value));
    }

    public GgufWriter flag(String key, boolean value) {
        return entry(key, ValueType.BOOL, out -> out.u8(value ? 1 : 0));
    }

    public GgufWriter texts(String key, List<String> values) {
        return array(key, ValueType.STRING, values.size(), out -> values.forEach(out::text));
    }

    public GgufWriter numbers(String key, int... values) {
        return array(
                key,
                ValueType.I32,
                values.length,
                out -> {
                    for (int value : values) {
                        out.u32(value);
                    }
                });
    }

    public GgufWriter reals(String key, float... values) {
        return array(key, ValueType.F32, values.length, out -> out.f32s(values));
    }

    /**
     * @param dimensions the fastest first; their product is the number of weights
     */
    public GgufWriter tensor(String name, float[] weights, long... dimensions) {
        long product = 1;
        for (long dimension : dimensions) {
            product *= dimension;
        }
        if (product != weights.length) {
            throw new IllegalArgumentException(name + " has " + weights.length + " weights");
        }
        tensors.put(name, new Tensor(dimensions.clone(), weights.clone()));
        return this;
    }

    /** A tensor of zeros that takes no room, neither here nor on the disk; for {@link #write}. */
    GgufWriter hollow(String name, long... dimensions) {
        tensors.put(name, new Tensor(dimensions.clone(), new float[0]));
        return this;
    }

    List<String> tensorNames() {
        return List.copyOf(tensors.keySet());
    }

    GgufWriter withoutTensor(String name) {
        if (tensors.remove(name) == null) {
            throw new IllegalArgumentException("no tensor " + name);
        }
        return this;
    }

    /** The bytes before the weights, without the padding that follows them. */
    byte[] header() {
        var out = new Bytes();
        out.raw("GGUF".getBytes(StandardCharsets.US_ASCII));
        out.u32(VERSION);
        out.u64(tensors.size());
        out.u64(entries.size());
        entries.forEach(
                (key, value) -> {
                    out.text(key);
                    out.raw(value);
                });
        long offset = 0;
        for (var named : tensors.entrySet()) {
            var tensor = named.getValue();
            out.text(named.getKey());
            out.u32(tensor.dimensions().length);
            for (long dimension : tensor.dimensions()) {
                out.u64(dimension);
            }
            out.u32(F32);
            out.u64(offset);
            offset = aligned(offset + Float.BYTES * tensor.count());
        }
        return out.toArray();
    }

    public byte[] bytes() {
        var out = new Bytes();
        out.raw(header());
        out.pad();
        for (var tensor : tensors.values()) {
            out.f32s(tensor.weights());
            out.pad();
        }
        return out.toArray();
    }

    /** Creates the file or replaces it. */
    public void write(Path file) throws IOException {
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(0);
            out.write(header());
            long at = aligned(out.length());
            for (var tensor : tensors.values()) {
                var weights = new Bytes();
                weights.f32s(tensor.weights());
                out.seek(at);
                out.write(weights.toArray());
                at = aligned(at + Float.BYTES * tensor.count());
            }
            out.setLength(at);
        }
    }

    private GgufWriter entry(String key, ValueType type, Consumer<Bytes> value) {
        var out = new Bytes();
        out.u32(type.id());
        value.accept(out);
        entries.put(key, out.toArray());
        return this;
    }

    private GgufWriter array(String key, ValueType element, int count, Consumer<Bytes> values) {
        return entry(
                key,
                ValueType.ARRAY,
                out -> {
                    out.u32(element.id());
                    out.u64(count);
                    values.accept(out);
                });
    }

    private static long aligned(long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** A little-endian buffer that grows. */
    private static final class Bytes {
        private ByteBuffer buffer = order(ByteBuffer.allocate(256));

        void u8(int value) {
            room(1).put((byte) value);
        }

        void u16(int value) {
            room(Short.BYTES).putShort((short) value);
        }

        void u32(int value) {
            room(Integer.BYTES).putInt(value);
        }

        void u64(long value) {
            room(Long.BYTES).putLong(value);
        }

        void f32(float value) {
            room(Float.BYTES).putFloat(value);
        }

        void f32s(float[] values) {
            room(Float.BYTES * values.length).asFloatBuffer().put(values);
            buffer.position(buffer.position() + Float.BYTES * values.length);
        }

        void raw(byte[] bytes) {
            room(bytes.length).put(bytes);
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            u64(bytes.length);
            raw(bytes);
        }

        void pad() {
            raw(new byte[(int) (aligned(buffer.position()) - buffer.position())]);
        }

        byte[] toArray() {
            return Arrays.copyOf(buffer.array(), buffer.position());
        }

        private ByteBuffer room(int bytes) {
            if (buffer.remaining() < bytes) {
                int needed = Math.addExact(buffer.position(), bytes);
                var larger = order(ByteBuffer.allocate(Math.max(needed, 2 * buffer.capacity())));
                buffer = larger.put(buffer.flip());
            }
            return buffer;
        }

        private static ByteBuffer order(ByteBuffer buffer) {
            return buffer.order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
