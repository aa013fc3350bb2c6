package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;
import java.util.HexFormat;

class PictureDataTest {
    private static final String PNG = "89504e470d0a1a0a0000000d49484452";

    @ParameterizedTest
    @CsvSource({
        "png, 89504e470d0a1a0a0000000d49484452 00000140 000000f0, 320, 240",
        "gif, 474946383961 4001 f000, 320, 240",
        "bmp, 424d 00000000 0000 0000 00000000 00000000 40010000 f0000000, 320, 240",
        "jpeg, ffd8 ffe00004 0000 ffc40004 0000 ffc0 0011 08 00f0 0140 03, 320, 240",
    })
    void theSizeIsRead(String kind, String bytes, int width, int height) {
        var data = PictureData.of(address("image/" + kind, bytes)).orElseThrow();
        assertEquals(width, data.width());
        assertEquals(height, data.height());
        assertEquals(bytes.replace(" ", ""), HexFormat.of().formatHex(data.bytes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PNG + "7fffffff7fffffff",
                PNG + "000100000001ffff",
                PNG + "0000000000000010",
                PNG,
                "ffd8ffe0",
                "ffd8",
                "00",
                "424d00",
            })
    void whatHasNoSizeOrTooLargeAOneIsNone(String bytes) {
        assertTrue(PictureData.of(address("image/png", bytes)).isEmpty());
    }

    @Test
    void onlyPicturesWrittenOutAreTaken() {
        String good = PNG + "00000001" + "00000001";
        for (String kind : new String[] {"image/svg+xml", "text/html", "image/webp"}) {
            assertTrue(PictureData.of(address(kind, good)).isEmpty(), kind);
        }
        assertTrue(PictureData.of("https://example.org/x.png").isEmpty());
        assertTrue(PictureData.of("data:image/png;base64,====").isEmpty());
        String long8 = address("image/png", good) + "A".repeat(8_000_000);
        assertTrue(PictureData.of(long8).isEmpty());
    }

    private static String address(String kind, String bytes) {
        byte[] file = HexFormat.of().parseHex(bytes.replace(" ", ""));
        return "data:" + kind + ";base64," + Base64.getEncoder().encodeToString(file);
    }
}
