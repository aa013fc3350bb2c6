package dev.paddock.ui.platform;

import org.slf4j.LoggerFactory;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * The drawings of emoji that the build has unpacked ({@code packaging/drawings}). What there are is
 * read when the first emoji is met, their pixels sheet by sheet. May be asked from any thread.
 */
final class EmojiDrawings {
    /** Pixels of each drawing, in width and height. */
    static final int SIDE = 64;

    private static final String FOLDER = "/dev/paddock/emoji/";
    private static final int SHEETS_KEPT = 8;

    private final Map<String, Integer> places;
    private final Map<Integer, Sheet> sheets = new LinkedHashMap<>(16, 0.75f, true);

    private EmojiDrawings(Map<String, Integer> places) {
        this.places = places;
    }

    private record Sheet(int[] palette, byte[] pixels) {}

    private static final class Holder {
        static final EmojiDrawings SHARED = new EmojiDrawings(readPlaces());
    }

    static EmojiDrawings shared() {
        return Holder.SHARED;
    }

    private static Map<String, Integer> readPlaces() {
        var places = new HashMap<String, Integer>(8192);
        try (var in = open("sequences.bin")) {
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                int place = in.readUnsignedShort();
                places.put(in.readUTF(), place);
            }
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(EmojiDrawings.class)
                    .warn("emoji are not drawn in colour", unreadable);
        }
        return places;
    }

    private static DataInputStream open(String name) throws IOException {
        var in = EmojiDrawings.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IOException("no " + FOLDER + name);
        }
        return new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /**
     * The place of the drawing for these characters.
     *
     * @param characters without variation selectors
     */
    Optional<Integer> find(String characters) {
        return Optional.ofNullable(places.get(characters));
    }

    /** All sequences there is a drawing for, without variation selectors. */
    Iterable<String> sequences() {
        return places.keySet();
    }

    /** {@link #SIDE} rows of as many pixels, ARGB. */
    int[] pixels(int place) {
        var sheet = sheet(place >> 8);
        int[] pixels = new int[SIDE * SIDE];
        int from = (place & 0xFF) * pixels.length;
        for (int i = 0; i < pixels.length && from + i < sheet.pixels.length; i++) {
            pixels[i] = sheet.palette[sheet.pixels[from + i] & 0xFF];
        }
        return pixels;
    }

    private synchronized Sheet sheet(int number) {
        var sheet = sheets.computeIfAbsent(number, EmojiDrawings::readSheet);
        if (sheets.size() > SHEETS_KEPT) {
            var eldest = sheets.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return sheet;
    }

    private static Sheet readSheet(int number) {
        try (var in = open(number + ".bin")) {
            int[] palette = new int[256];
            int colours = in.readUnsignedShort();
            for (int i = 0; i < colours; i++) {
                palette[i] = in.readInt();
            }
            int rows = in.readUnsignedShort();
            try (var packed = new InflaterInputStream(in)) {
                return new Sheet(palette, packed.readNBytes(rows * SIDE * SIDE));
            }
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(EmojiDrawings.class)
                    .warn("sheet {} of emoji cannot be read", number, unreadable);
            return new Sheet(new int[256], new byte[0]);
        }
    }
}
