package dev.paddock.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class LineCutterTest {
    private final List<String> lines = new ArrayList<>();
    private final LineCutter cutter = new LineCutter(8, lines::add);

    private List<String> cut(byte[]... pieces) {
        for (byte[] piece : pieces) {
            cutter.feed(piece, piece.length);
        }
        cutter.end();
        return lines;
    }

    @Test
    void cutsAtEveryKindOfLineEnd() {
        assertEquals(
                List.of("a", "", "b", "c", "d"), cut("a\n\nb\r".getBytes(), "\nc\rd".getBytes()));
    }

    @Test
    void passesOnALineWithoutEndInPieces() {
        assertEquals(List.of("01234567", "89012345", "6"), cut("01234567890123456".getBytes()));
    }

    @Test
    void putsACharacterCutInTwoTogether() {
        byte[] text = "é".getBytes(UTF_8);
        assertEquals(List.of("é"), cut(new byte[] {text[0]}, new byte[] {text[1]}));
    }

    @Test
    void replacesWhatIsNoText() {
        assertEquals(List.of("\uFFFDa"), cut(new byte[] {(byte) 0xff, 'a', '\n'}));
    }
}
