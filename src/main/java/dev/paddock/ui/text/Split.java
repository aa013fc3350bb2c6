package dev.paddock.ui.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long text into pieces of bounded size, at line borders where there are some. Pieces are cut
 * from the front, so that growing text leaves all but its last piece as they were; what was cut
 * away between two of them is kept with the second.
 */
public final class Split {
    /** A row of prose holds at most so many characters. */
    public static final int PROSE = 2_000;

    /** A row of code holds at most so many lines. */
    public static final int CODE_LINES = 20;

    /** A row of code holds at most so many characters, where they are more than one line. */
    public static final int CODE = 1_200;

    /** A longer line of code is drawn as several. */
    public static final int CODE_LINE = 4_000;

    /**
     * A piece.
     *
     * @param before what stood between it and the one before: a line's end, a space or nothing
     */
    public record Part(String text, String before) {}

    private Split() {}

    /** The pieces of prose, each at most {@link #PROSE} long. */
    public static List<Part> prose(String text) {
        var parts = new ArrayList<Part>();
        int from = 0;
        String before = "";
        while (text.length() - from > PROSE) {
            int cut = cut(text, from);
            parts.add(new Part(text.substring(from, cut), before));
            boolean gap = text.charAt(cut) == '\n' || text.charAt(cut) == ' ';
            from = gap ? cut + 1 : cut;
            before = text.substring(cut, from);
        }
        parts.add(new Part(text.substring(from), before));
        return parts;
    }

    /** As {@link #prose}, but not through a formula; only the lengths of the parts are of use. */
    static List<Part> around(List<Inline> runs) {
        if (runs.stream().allMatch(run -> run.formula().isEmpty())) {
            return prose(Inline.text(runs));
        }
        var masked = new StringBuilder();
        for (Inline run : runs) {
            masked.append(run.formula().isEmpty() ? run.text() : "$".repeat(run.text().length()));
        }
        return prose(masked.toString());
    }

    /** The pieces of code: whole lines, but of very long ones parts. */
    public static List<Part> code(String text) {
        var parts = new ArrayList<Part>();
        int from = 0;
        String before = "";
        for (int end; (end = codeEnd(text, from)) < text.length(); ) {
            boolean line = text.charAt(end) == '\n';
            int cut = line && end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
            parts.add(new Part(text.substring(from, cut), before));
            from = line ? end + 1 : end;
            before = text.substring(cut, from);
        }
        parts.add(new Part(text.substring(from), before));
        return parts;
    }

    /** The place of the line's end that ends a piece, or of the character that begins the next. */
    private static int codeEnd(String text, int from) {
        int end = from - 1;
        for (int lines = 0; lines < CODE_LINES; lines++) {
            int next = text.indexOf('\n', end + 1);
            int stop = next < 0 ? text.length() : next;
            if (lines > 0 && stop - from > CODE) {
                return end;
            }
            if (stop - from > CODE_LINE) {
                return whole(text, from + CODE_LINE);
            }
            if (next < 0) {
                return text.length();
            }
            end = next;
        }
        return end;
    }

    /** As {@link #prose}, for runs. */
    static List<List<Inline>> runs(List<Inline> runs, List<Part> parts) {
        if (parts.size() == 1) {
            return List.of(runs);
        }
        var pieces = new ArrayList<List<Inline>>();
        int from = 0;
        int run = 0;
        // Where that run begins.
        int start = 0;
        for (Part part : parts) {
            from += part.before().length();
            int to = from + part.text().length();
            while (run < runs.size() - 1 && start + length(runs, run) <= from) {
                start += length(runs, run++);
            }
            int past = run;
            for (int end = start; past < runs.size() && end < to; past++) {
                end += length(runs, past);
            }
            pieces.add(Inline.slice(runs.subList(run, past), from - start, to - start));
            from = to;
        }
        return pieces;
    }

    private static int length(List<Inline> runs, int at) {
        return runs.get(at).text().length();
    }

    /** Looks no further back than {@code from}: a word may be millions of letters long. */
    private static int lastIndexOf(String text, char wanted, int from, int to) {
        int at = to;
        while (at > from && text.charAt(at) != wanted) {
            at--;
        }
        return at;
    }

    private static int cut(String text, int from) {
        int line = lastIndexOf(text, '\n', from, from + PROSE);
        if (line > from) {
            return line;
        }
        int word = lastIndexOf(text, ' ', from, from + PROSE);
        return word > from ? word : whole(text, from + PROSE);
    }

    /** No cut goes through a character. */
    private static int whole(String text, int end) {
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
