package dev.paddock.ui.text;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Letters and marks of Chinese, Japanese and Korean, which stand without spaces between words. */
final class Cjk {
    private static final int FIRST = 0x1100;

    private static final Set<UnicodeBlock> MARKS =
            Set.of(
                    UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
                    UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
                    UnicodeBlock.CJK_COMPATIBILITY_FORMS,
                    UnicodeBlock.VERTICAL_FORMS,
                    UnicodeBlock.SMALL_FORM_VARIANTS,
                    UnicodeBlock.CJK_COMPATIBILITY,
                    UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
                    UnicodeBlock.KATAKANA);

    private static final Set<UnicodeScript> SCRIPTS =
            Set.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.YI);

    private Cjk() {}

    static boolean is(int codePoint) {
        return codePoint >= FIRST
                && (SCRIPTS.contains(UnicodeScript.of(codePoint)) || isOfMarks(codePoint));
    }

    /** Whether it is a mark that ends an address: no address holds one unless it is encoded. */
    static boolean isMark(int codePoint) {
        return codePoint >= FIRST && isOfMarks(codePoint) && !Character.isLetterOrDigit(codePoint);
    }

    private static boolean isOfMarks(int codePoint) {
        var block = UnicodeBlock.of(codePoint);
        return block != null && MARKS.contains(block);
    }
}
