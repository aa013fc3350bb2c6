package dev.paddock.ui.text;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A picture that is written out in its own address. Its size is read from its first bytes: whatever
 * would need too much memory is never decoded.
 *
 * @param width in pixels, as {@code height}
 */
public record PictureData(int width, int height, String base64) {
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "data:image/(?:png|jpe?g|gif|bmp)(?:;[^;,]*)?;base64,",
                    Pattern.CASE_INSENSITIVE);

    /** Characters of the address. */
    private static final int LONGEST = 8_000_000;

    private static final long MOST_PIXELS = 16_000_000;

    /** So many characters hold the size of all but odd JPEG files; a multiple of four. */
    private static final int HEAD = 200_000;

    private static final int PNG = 0x89504e47;
    private static final int GIF = 0x47494638;
    private static final int JPEG = 0xffd8;
    private static final int BMP = 0x424d;

    /** Of JPEG, in the range of those that begin a frame. */
    private static final Set<Integer> NO_FRAMES = Set.of(0xc4, 0xc8, 0xcc);

    private record Size(int width, int height) {}

    /** Empty where {@code address} holds no picture that can be shown within the limits. */
    public static Optional<PictureData> of(String address) {
        var head = ADDRESS.matcher(address);
        if (!head.lookingAt() || address.length() > LONGEST) {
            return Optional.empty();
        }
        String data = address.substring(head.end());
        try {
            String first = data.length() > HEAD ? data.substring(0, HEAD) : data;
            var bytes = ByteBuffer.wrap(Base64.getMimeDecoder().decode(first));
            return size(bytes)
                    .filter(size -> size.width > 0 && size.height > 0)
                    .filter(size -> (long) size.width * size.height <= MOST_PIXELS)
                    .map(size -> new PictureData(size.width, size.height, data));
        } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    /**
     * The file.
     *
     * @throws IllegalArgumentException where it is damaged
     */
    public byte[] bytes() {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static Optional<Size> size(ByteBuffer file) {
        if (file.getInt(0) == PNG) {
            return Optional.of(new Size(file.getInt(16), file.getInt(20)));
        }
        if (file.getInt(0) == GIF) {
            return Optional.of(new Size(swapped(file, 6), swapped(file, 8)));
        }
        return switch (file.getShort(0) & 0xffff) {
            case BMP ->
                    Optional.of(
                            new Size(
                                    Integer.reverseBytes(file.getInt(18)),
                                    Math.abs(Integer.reverseBytes(file.getInt(22)))));
            case JPEG -> jpeg(file);
            default -> Optional.empty();
        };
    }

    private static int swapped(ByteBuffer file, int at) {
        return Short.reverseBytes(file.getShort(at)) & 0xffff;
    }

    /** Goes from segment to segment up to the frame's header. */
    private static Optional<Size> jpeg(ByteBuffer file) {
        int at = 2;
        while (at + 9 < file.limit() && (file.get(at) & 0xff) == 0xff) {
            int marker = file.get(at + 1) & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.contains(marker);
            if (frame) {
                return Optional.of(
                        new Size(file.getShort(at + 7) & 0xffff, file.getShort(at + 5) & 0xffff));
            }
            at += 2 + (file.getShort(at + 2) & 0xffff);
        }
        return Optional.empty();
    }
}
