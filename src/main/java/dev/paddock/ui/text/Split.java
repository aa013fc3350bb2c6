package dev.paddock.ui.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long text into pieces of bounded size, at line borders where there are some. Pieces are cut
 * from the front, so that growing text leaves all but its last piece as they were.
 */
public final class Split {
    /** A row of prose holds at most so many characters. */
    public static final int PROSE = 2_000;

    /** A row of code holds at most so many characters. */
    public static final int CODE = 4_000;

    private Split() {}

    /** The pieces of {@code text}, each at most {@code most} long; the cut's newline is dropped. */
    public static List<String> text(String text, int most) {
        var pieces = new ArrayList<String>();
        int from = 0;
        while (text.length() - from > most) {
            int cut = cut(text, from, most);
            pieces.add(text.substring(from, cut));
            from = text.charAt(cut) == '\n' || text.charAt(cut) == ' ' ? cut + 1 : cut;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    /** As {@link #text}, for runs. */
    static List<List<Inline>> runs(List<Inline> runs, int most) {
        String text = Inline.text(runs);
        if (text.length() <= most) {
            return List.of(runs);
        }
        var pieces = new ArrayList<List<Inline>>();
        int from = 0;
        for (String piece : text(text, most)) {
            from = text.indexOf(piece, from);
            pieces.add(slice(runs, from, from + piece.length()));
            from += piece.length();
        }
        return pieces;
    }

    private static List<Inline> slice(List<Inline> runs, int from, int to) {
        var slice = new ArrayList<Inline>();
        int start = 0;
        for (Inline run : runs) {
            int end = start + run.text().length();
            if (end > from && start < to) {
                String text =
                        run.text()
                                .substring(
                                        Math.max(0, from - start),
                                        Math.min(run.text().length(), to - start));
                slice.add(new Inline(text, run.style(), run.link()));
            }
            start = end;
        }
        return List.copyOf(slice);
    }

    /** Looks no further back than {@code from}: a word may be millions of letters long. */
    private static int lastIndexOf(String text, char wanted, int from, int to) {
        int at = to;
        while (at > from && text.charAt(at) != wanted) {
            at--;
        }
        return at;
    }

    private static int cut(String text, int from, int most) {
        int line = lastIndexOf(text, '\n', from, from + most);
        if (line > from) {
            return line;
        }
        int word = lastIndexOf(text, ' ', from, from + most);
        if (word > from) {
            return word;
        }
        int end = from + most;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
