package dev.paddock.ui.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Emoji as Unicode 16 has them, told apart in text; generated from what there are drawings for. */
class EmojiSequenceTest {
    private static final EmojiDrawings DRAWINGS = EmojiDrawings.shared();

    private static List<String> sequences() {
        var all = new ArrayList<String>();
        DRAWINGS.sequences().forEach(all::add);
        return all;
    }

    /** With the selector behind each character that would be drawn as text without it. */
    private static String qualified(String sequence) {
        var text = new StringBuilder();
        int[] points = sequence.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            text.appendCodePoint(points[i]);
            boolean toned = i + 1 < points.length && Character.isEmojiModifier(points[i + 1]);
            if (Character.isEmoji(points[i])
                    && !Character.isEmojiPresentation(points[i])
                    && !toned) {
                text.append('\uFE0F');
            }
        }
        return text.toString();
    }

    private static Optional<EmojiSequence> first(String text) {
        return EmojiSequence.at(text.toCharArray(), 0, text.length());
    }

    @Test
    void everySequenceIsOneEmojiWhateverStandsBehindIt() {
        assertTrue(sequences().size() > 3700, () -> "only " + sequences().size());
        for (String sequence : sequences()) {
            String text = qualified(sequence);
            int place = DRAWINGS.find(sequence).orElseThrow();
            var expected = Optional.of(new EmojiSequence(place, text.length()));
            for (String behind : List.of("", " ", "x", "\uD83D\uDE80", "\u2192")) {
                assertEquals(expected, first(text + behind), () -> codes(text + behind));
            }
        }
    }

    @Test
    void theNewestOnesOfUnicode16AreThere() {
        for (String newest : List.of("🫩", "🫆", "🪾", "🫜", "🪉", "🪏", "🫟", "🇨🇶", "🐦‍🔥")) {
            assertTrue(first(newest).isPresent(), newest);
        }
    }

    @Test
    void noTwoSequencesShareADrawing() {
        var owners = new HashMap<Integer, String>();
        for (String sequence : sequences()) {
            var other = owners.put(DRAWINGS.find(sequence).orElseThrow(), sequence);
            assertTrue(other == null, () -> codes(sequence) + " and " + codes(other));
        }
    }

    @Test
    void everyDrawingHasAPicture() {
        var places = sequences().stream().map(it -> DRAWINGS.find(it).orElseThrow());
        for (int place : places.sorted().toList()) {
            int opaque = 0;
            for (int argb : DRAWINGS.pixels(place)) {
                opaque += argb >>> 24 > 200 ? 1 : 0;
            }
            assertTrue(opaque > 64, "nothing at " + place);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "👩‍🚀‍🚀, 5",
        "👍🏽🏽, 4",
        "🇩🇪🇫, 4",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿a, 14",
        "1️⃣2, 3",
        "1⃣, 2",
        "❤️‍🔥, 5",
        "❤‍🔥, 4",
        "👩‍x, 2"
    })
    void theLongestOneThatIsDrawnIsTaken(String text, int length) {
        assertEquals(length, first(text).orElseThrow().length(), codes(text));
    }

    /** They are letters, digits and signs until U+FE0F makes them pictures. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1", "#", "12", "a", "→", "⚠", "❤", "©", "⚠\uFE0E", "✅\uFE0E", "⚠ \uFE0F"})
    void signsStaySigns(String text) {
        assertEquals(Optional.empty(), first(text), codes(text));
    }

    private static String codes(String text) {
        var codes = text.codePoints().mapToObj(Integer::toHexString).toList();
        return String.join(" ", codes);
    }
}
