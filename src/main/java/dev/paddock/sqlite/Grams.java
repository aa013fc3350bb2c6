package dev.paddock.sqlite;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the index holds of a text: of each word every three characters that follow each other, and
 * its last two and its last one. So every part of a word is the beginning of an entry, and those of
 * one and two characters are found, too, by the index of beginnings. A word is what stands between
 * spaces; signs belong to it.
 */
final class Grams {
    /** Signs stand here in the index, whose tokenizer parts words at those of ASCII. */
    private static final int SIGNS = 0xe000;

    private static final int LENGTH = 3;

    /** Of a long query, so many entries; the text itself says the rest. */
    private static final int MOST_ASKED = 12;

    private static final int BITS = 21;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final StringBuilder entries;
    private long[] seen = new long[1024];
    private int count;

    private Grams(int length) {
        entries = new StringBuilder(2 * length + 16);
    }

    /** All entries of a text, each once, parted by spaces. */
    static String of(String text) {
        var folded = Folded.text(text);
        var grams = new Grams(folded.length());
        int first = 0;
        int second = 0;
        for (int i = 0; i <= folded.length(); ) {
            int next = i < folded.length() ? folded.codePointAt(i) : ' ';
            i += Character.charCount(next);
            if (isSpace(next)) {
                grams.add(first, second, 0);
                grams.add(second, 0, 0);
                first = 0;
                second = 0;
            } else {
                int c = sign(next);
                grams.add(first, second, c);
                first = second;
                second = c;
            }
        }
        return grams.entries.toString();
    }

    /**
     * A condition in the index's own language that every text with this word meets.
     *
     * @param word folded, without a space, not empty
     */
    static String condition(String word) {
        int[] all = word.codePoints().map(Grams::sign).toArray();
        if (all.length < LENGTH) {
            return quoted(all, 0, all.length) + "*";
        }
        var asked = new LinkedHashSet<String>();
        int last = all.length - LENGTH;
        int step = Math.max(1, Math.ceilDiv(last, MOST_ASKED - 1));
        for (int i = 0; i <= last; i += step) {
            asked.add(quoted(all, i, LENGTH));
        }
        asked.add(quoted(all, last, LENGTH));
        return joined(asked);
    }

    static String joined(Set<String> conditions) {
        return conditions.stream().collect(Collectors.joining(" AND "));
    }

    static boolean isSpace(int c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String quoted(int[] characters, int from, int count) {
        return '"' + new String(characters, from, count) + '"';
    }

    private static int sign(int c) {
        return c < 0x80 && !Character.isLetterOrDigit(c) ? SIGNS + c : c;
    }

    /** Nothing unless there is a first character; 0 is none. */
    private void add(int a, int b, int c) {
        if (a == 0 || b == 0 && c != 0) {
            return;
        }
        if (isNew((long) a << 2 * BITS | (long) b << BITS | c)) {
            append(a);
            append(b);
            append(c);
            entries.append(' ');
        }
    }

    private void append(int c) {
        if (c != 0) {
            entries.appendCodePoint(c);
        }
    }

    private boolean isNew(long gram) {
        if (2 * count > seen.length) {
            var old = seen;
            seen = new long[2 * old.length];
            Arrays.stream(old).filter(it -> it != 0).forEach(it -> seen[place(it)] = it);
        }
        int at = place(gram);
        if (seen[at] == gram) {
            return false;
        }
        seen[at] = gram;
        count++;
        return true;
    }

    private int place(long gram) {
        int at = (int) (gram * MIX >>> 40) & seen.length - 1;
        while (seen[at] != 0 && seen[at] != gram) {
            at = at + 1 & seen.length - 1;
        }
        return at;
    }
}
