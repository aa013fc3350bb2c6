package dev.paddock.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Files that are no usable model, each wrong in one way; made from {@link TinyModel}. */
public final class BrokenModels {
    private static final int VERSION_AT = 4;
    private static final int TENSOR_COUNT_AT = 8;
    private static final int KEY_COUNT_AT = 16;
    private static final int FIRST_KEY_LENGTH_AT = 24;
    private static final int HEAVY_INNER = 2_000_000;
    private static final int HEAVY_WIDTH = 64;

    private BrokenModels() {}

    public static Path htmlPage(Path folder) throws IOException {
        var page = "<!DOCTYPE html><html><body>Please sign in to download.</body></html>\n";
        return Files.writeString(folder.resolve("page.gguf"), page.repeat(50));
    }

    public static Path empty(Path folder) throws IOException {
        return Files.write(folder.resolve("empty.gguf"), new byte[0]);
    }

    public static Path truncatedData(Path folder) throws IOException {
        byte[] whole = TinyModel.bytes();
        return write(folder, "cut-data", Arrays.copyOf(whole, whole.length * 3 / 4));
    }

    public static Path truncatedHeader(Path folder) throws IOException {
        return write(folder, "cut-header", Arrays.copyOf(TinyModel.bytes(), 200));
    }

    public static Path version(Path folder, int version) throws IOException {
        return write(folder, "version" + version, patched(VERSION_AT, version, Integer.BYTES));
    }

    public static Path bigEndian(Path folder) throws IOException {
        int swapped = Integer.reverseBytes(3);
        return write(folder, "big-endian", patched(VERSION_AT, swapped, Integer.BYTES));
    }

    public static Path unknownArchitecture(Path folder) throws IOException {
        var writer = TinyModel.writer().text("general.architecture", "centaur");
        return write(folder, "centaur", writer.bytes());
    }

    public static Path tensorMissing(Path folder) throws IOException {
        var writer = TinyModel.writer().withoutTensor("blk.1.ffn_up.weight");
        return write(folder, "no-tensor", writer.bytes());
    }

    public static Path projector(Path folder) throws IOException {
        var writer = TinyModel.writer().text("general.architecture", "clip");
        return write(folder, "mmproj", writer.text("general.type", "mmproj").bytes());
    }

    /** As older converters wrote it, without a general.type. */
    public static Path oldProjector(Path folder) throws IOException {
        var writer = TinyModel.writer().text("general.architecture", "clip");
        return write(folder, "old-mmproj", writer.bytes());
    }

    public static Path adapter(Path folder) throws IOException {
        return write(folder, "lora", TinyModel.writer().text("general.type", "adapter").bytes());
    }

    public static Path vocabularyOnly(Path folder) throws IOException {
        var writer = TinyModel.writer();
        writer.tensorNames().forEach(writer::withoutTensor);
        return write(folder, "vocabulary", writer.bytes());
    }

    /** The second file of a model split in two; the first is not there. */
    public static Path secondPart(Path folder) throws IOException {
        return part(folder, 2, 2);
    }

    /** The first file of a model split in three, of which the third is not there. */
    public static Path partMissing(Path folder) throws IOException {
        part(folder, 2, 3);
        return part(folder, 1, 3);
    }

    /** A whole model split in {@code parts}, each with all tensors; for readers of headers only. */
    public static Path split(Path folder, int parts) throws IOException {
        for (int number = 2; number <= parts; number++) {
            part(folder, number, parts);
        }
        return part(folder, 1, parts);
    }

    public static Path absurdTensorCount(Path folder) throws IOException {
        return write(folder, "tensors", patched(TENSOR_COUNT_AT, Long.MAX_VALUE, Long.BYTES));
    }

    public static Path absurdKeyCount(Path folder) throws IOException {
        return write(folder, "keys", patched(KEY_COUNT_AT, -1, Long.BYTES));
    }

    public static Path absurdLength(Path folder) throws IOException {
        return write(folder, "length", patched(FIRST_KEY_LENGTH_AT, 1L << 62, Long.BYTES));
    }

    /** Whole, but with 3 GB of weights, which take no room on the disk. */
    public static Path heavy(Path folder) throws IOException {
        var writer = TinyModel.writer().number("llama.feed_forward_length", HEAVY_INNER);
        for (int layer = 0; layer < 2; layer++) {
            String block = "blk." + layer + ".ffn_";
            writer.hollow(block + "gate.weight", HEAVY_WIDTH, HEAVY_INNER)
                    .hollow(block + "up.weight", HEAVY_WIDTH, HEAVY_INNER)
                    .hollow(block + "down.weight", HEAVY_INNER, HEAVY_WIDTH);
        }
        var file = folder.resolve("heavy.gguf");
        writer.write(file);
        return file;
    }

    /** Its header promises so many layers that a context of a few thousand tokens takes 200 GB. */
    public static Path endlessCache(Path folder) throws IOException {
        var writer = TinyModel.writer().number("llama.block_count", 100_000);
        return write(folder, "endless-cache", writer.bytes());
    }

    private static Path part(Path folder, int number, int parts) throws IOException {
        var writer =
                TinyModel.writer()
                        .shortNumber("split.no", number - 1)
                        .shortNumber("split.count", parts);
        return write(folder, "tiny-%05d-of-%05d".formatted(number, parts), writer.bytes());
    }

    private static byte[] patched(int at, long value, int bytes) {
        byte[] whole = TinyModel.bytes();
        byte[] little =
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(value)
                        .array();
        System.arraycopy(little, 0, whole, at, bytes);
        return whole;
    }

    private static Path write(Path folder, String stem, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(stem + ".gguf"), bytes);
    }
}
