package dev.paddock.engine.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class LineCutterTest {
    private final List<String> lines = new ArrayList<>();
    private final LineCutter cutter = cutter(8);

    private LineCutter cutter(int longest) {
        return new LineCutter(
                longest,
                (bytes, from, length) -> lines.add(new String(bytes, from, length, UTF_8)));
    }

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
    void cutsBetweenWordsWhereItCan() {
        assertEquals(List.of("ab:", "cdefgh", "ij"), cut("ab:cdefgh\nij".getBytes()));
    }

    @Test
    void leavesACharacterWhole() {
        assertEquals(List.of("abcdefg", "é"), cut("abcdefgé".getBytes(UTF_8)));
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

    /** However the bytes are portioned, the same lines come out and no byte is lost. */
    @Test
    void portionsMakeNoDifference() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append("ab c\n\ré".charAt(random.nextInt(7)));
            }
            byte[] all = text.toString().getBytes(UTF_8);
            lines.clear();
            var whole = cutter(16);
            whole.feed(all, all.length);
            whole.end();
            var expected = List.copyOf(lines);
            lines.clear();
            var portioned = cutter(16);
            for (int at = 0; at < all.length; ) {
                int some = Math.min(all.length - at, random.nextInt(10));
                portioned.feed(Arrays.copyOfRange(all, at, at + some), some);
                at += some;
            }
            portioned.end();
            assertEquals(expected, lines);
            assertEquals(text.toString().replaceAll("[\r\n]", ""), String.join("", lines));
        }
    }
}
