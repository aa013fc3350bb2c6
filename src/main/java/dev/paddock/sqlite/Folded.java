package dev.paddock.sqlite;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text without case, accents and differences of width, to be compared with another; it knows
 * where each of its characters came from. Marks that make another letter, as in Japanese and in
 * Indian scripts, stay.
 */
final class Folded {
    /** Accents of European letters, vowel signs of Arabic and Hebrew. */
    private static final Pattern ACCENTS =
            Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05bd\\u064b-\\u0655\\u0670]+");

    /** What a single character becomes, for those below U+10000, as far as it was asked for. */
    private static final String[] CACHE = new String[0x10000];

    /** Marks of narrow kana, which are letters to Unicode. */
    private static final int NARROW_VOICED = 0xff9e;

    private static final int NARROW_HALF_VOICED = 0xff9f;

    private final StringBuilder text;
    private int[] origins;
    private int size;
    private final boolean mapped;

    private Folded(int length, boolean mapped) {
        text = new StringBuilder(length + 8);
        origins = new int[mapped ? length + 8 : 0];
        this.mapped = mapped;
    }

    static String text(String source) {
        return read(source, false).text.toString();
    }

    static Folded of(String source) {
        return read(source, true);
    }

    private static Folded read(String source, boolean mapped) {
        var folded = new Folded(source.length(), mapped);
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            boolean alone = i + 1 == source.length() || source.charAt(i + 1) < 0x80;
            if (c < 0x80 && alone) {
                folded.add(ascii(c), i);
                i++;
            } else {
                int end = clusterEnd(source, i);
                folded.add(fold(source, i, end), i);
                i = end;
            }
        }
        folded.add('\0', source.length());
        folded.text.setLength(folded.text.length() - 1);
        return folded;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Where in the source the character {@code index} came from; the end for the length. */
    int origin(int index) {
        return origins[index];
    }

    private void add(char c, int origin) {
        text.append(c);
        if (mapped) {
            if (size == origins.length) {
                origins = Arrays.copyOf(origins, 2 * size);
            }
            origins[size++] = origin;
        }
    }

    private void add(String some, int origin) {
        for (int i = 0; i < some.length(); i++) {
            add(some.charAt(i), origin);
        }
    }

    private static char ascii(char c) {
        if (c >= 'A' && c <= 'Z') {
            return (char) (c + ('a' - 'A'));
        }
        return c == 0 ? ' ' : c;
    }

    /** A character with the marks that follow it. */
    private static int clusterEnd(String source, int from) {
        int end = from + Character.charCount(source.codePointAt(from));
        while (end < source.length() && isMark(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        return end;
    }

    private static boolean isMark(int c) {
        return c == NARROW_VOICED
                || c == NARROW_HALF_VOICED
                || c >= 0x300
                        && switch (Character.getType(c)) {
                            case Character.NON_SPACING_MARK,
                                    Character.COMBINING_SPACING_MARK,
                                    Character.ENCLOSING_MARK ->
                                    true;
                            default -> false;
                        };
    }

    private static String fold(String source, int from, int to) {
        if (to - from > 1) {
            return fold(source.substring(from, to));
        }
        char c = source.charAt(from);
        var known = CACHE[c];
        if (known == null) {
            known = fold(String.valueOf(c));
            CACHE[c] = known;
        }
        return known;
    }

    private static String fold(String cluster) {
        var decomposed = Normalizer.normalize(cluster, Normalizer.Form.NFKD);
        var bare = ACCENTS.matcher(decomposed).replaceAll("");
        var small = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\0', ' ');
        return Normalizer.normalize(small, Normalizer.Form.NFC);
    }
}
