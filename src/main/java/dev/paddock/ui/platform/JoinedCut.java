package dev.paddock.ui.platform;

import com.sun.javafx.text.TextRun;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/**
 * A part of a word whose letters join with those beyond it, as where a line breaks within a word of
 * Arabic: joiners stand in for these, so that the letters keep their forms.
 *
 * @param text the part, with a joiner where it was cut
 * @param before how many joiners stand before it
 */
record JoinedCut(char[] text, int before) {
    private static final char JOINER = '\u200d';

    /** Empty where nothing joins at both ends. */
    static Optional<JoinedCut> of(char[] text, int start, int end) {
        boolean before = start > 0 && joins(text[start - 1], text[start]);
        boolean after = end < text.length && joins(text[end - 1], text[end]);
        if (!before && !after) {
            return Optional.empty();
        }
        String joined =
                (before ? JOINER : "")
                        + new String(text, start, end - start)
                        + (after ? JOINER : "");
        return Optional.of(new JoinedCut(joined.toCharArray(), before ? 1 : 0));
    }

    private static boolean joins(char one, char next) {
        return isJoining(one) && isJoining(next);
    }

    private static boolean isJoining(char letter) {
        return switch (UnicodeScript.of(letter)) {
            case ARABIC, SYRIAC, NKO, MANDAIC -> Character.isLetter(letter);
            default -> false;
        };
    }

    /** Gives {@code part} the glyphs of {@code whole} but those of the joiners. */
    TextRun without(TextRun whole, TextRun part) {
        int count = 0;
        for (int i = 0; i < whole.getGlyphCount(); i++) {
            count += isOf(part, whole.getCharOffset(i)) ? 1 : 0;
        }
        int[] codes = new int[count];
        int[] offsets = new int[count];
        float[] positions = new float[2 * count + 2];
        int at = 0;
        for (int i = 0; i < whole.getGlyphCount(); i++) {
            if (isOf(part, whole.getCharOffset(i))) {
                codes[at] = whole.getGlyphCode(i);
                offsets[at] = whole.getCharOffset(i) - before;
                positions[2 * at + 2] = positions[2 * at] + whole.getAdvance(i);
                at++;
            }
        }
        part.shape(count, codes, positions, offsets);
        return part;
    }

    private boolean isOf(TextRun part, int offset) {
        return offset >= before && offset < before + part.getLength();
    }
}
