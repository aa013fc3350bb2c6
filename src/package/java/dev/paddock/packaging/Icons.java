package dev.paddock.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The icon files of Windows and macOS: both are PNG pictures with a table around them. */
final class Icons {
    static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

    private static final Path PICTURES = Path.of("target", "classes", "dev", "paddock", "icons");
    private static final int ICO_HEAD = 6;
    private static final int ICO_ENTRY = 16;
    private static final int BITS = 32;

    /** The names Apple gave to the sizes. */
    private static final Map<Integer, String> ICNS =
            new TreeMap<>(Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08"));

    private Icons() {}

    /** For Windows. */
    static void writeIco(Path file) throws IOException {
        var pictures = new ArrayList<byte[]>();
        for (int size : SIZES) {
            pictures.add(picture(size));
        }
        int at = ICO_HEAD + ICO_ENTRY * pictures.size();
        var head = ByteBuffer.allocate(at).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (int index = 0; index < pictures.size(); index++) {
            // 256 is written as 0.
            byte size = (byte) (int) SIZES.get(index);
            head.put(size).put(size).putShort((short) 0).putShort((short) 1).putShort((short) BITS);
            head.putInt(pictures.get(index).length).putInt(at);
            at += pictures.get(index).length;
        }
        var out = new ByteArrayOutputStream();
        out.write(head.array());
        for (byte[] picture : pictures) {
            out.write(picture);
        }
        Files.write(file, out.toByteArray());
    }

    /** For macOS. */
    static void writeIcns(Path file) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var entry : ICNS.entrySet()) {
            byte[] picture = picture(entry.getKey());
            body.write(head(entry.getValue(), picture.length));
            body.write(picture);
        }
        var out = new ByteArrayOutputStream();
        out.write(head("icns", body.size()));
        out.write(body.toByteArray());
        Files.write(file, out.toByteArray());
    }

    /** A name of four letters, and the length with this head. */
    private static byte[] head(String name, int length) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        int whole = letters.length + Integer.BYTES + length;
        return ByteBuffer.allocate(letters.length + Integer.BYTES)
                .put(letters)
                .putInt(whole)
                .array();
    }

    static Path file(int size) {
        return PICTURES.resolve("paddock-" + size + ".png");
    }

    private static byte[] picture(int size) throws IOException {
        return Files.readAllBytes(file(size));
    }
}
