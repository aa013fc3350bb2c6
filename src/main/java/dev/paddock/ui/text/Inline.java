package dev.paddock.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of text of one look. Line breaks are newlines in the text.
 *
 * @param link the address as written, not yet checked
 * @param formula what the text means where it is mathematics
 */
public record Inline(String text, Style style, Optional<String> link, Optional<Formula> formula) {
    public Inline(String text, Style style, Optional<String> link) {
        this(text, style, link, Optional.empty());
    }

    public static Inline plain(String text) {
        return new Inline(text, Style.PLAIN, Optional.empty());
    }

    /** The text of all {@code runs} without their looks. */
    public static String text(List<Inline> runs) {
        if (runs.size() == 1) {
            return runs.getFirst().text();
        }
        var text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    /** Joins neighbours of the same look. */
    static List<Inline> joined(List<Inline> runs) {
        var joined = new ArrayList<Inline>();
        for (int from = 0, to; from < runs.size(); from = to) {
            to = from + 1;
            while (to < runs.size() && runs.get(to).looksLike(runs.get(from))) {
                to++;
            }
            var first = runs.get(from);
            String text = text(runs.subList(from, to));
            joined.add(new Inline(text, first.style, first.link, first.formula));
        }
        joined.removeIf(run -> run.text.isEmpty());
        return List.copyOf(joined);
    }

    /** The part between two places of the text of all {@code runs}. */
    static List<Inline> slice(List<Inline> runs, int from, int to) {
        var slice = new ArrayList<Inline>();
        int start = 0;
        for (Inline run : runs) {
            int end = start + run.text().length();
            if (Math.min(end, to) > Math.max(start, from)) {
                String text =
                        run.text()
                                .substring(
                                        Math.max(0, from - start),
                                        Math.min(run.text().length(), to - start));
                boolean whole = text.length() == run.text().length();
                var formula = whole ? run.formula() : Optional.<Formula>empty();
                slice.add(new Inline(text, run.style(), run.link(), formula));
            }
            start = end;
        }
        return List.copyOf(slice);
    }

    /** Without the space and the line ends at both sides. */
    static List<Inline> trimmed(List<Inline> runs) {
        if (runs.isEmpty() || !isSpace(runs.getFirst(), 0) && !isSpace(runs.getLast(), -1)) {
            return runs;
        }
        String text = text(runs);
        int from = text.length() - text.stripLeading().length();
        int to = text.stripTrailing().length();
        return from == 0 && to == text.length() ? runs : slice(runs, Math.min(from, to), to);
    }

    /**
     * @param at -1 for its last character
     */
    private static boolean isSpace(Inline run, int at) {
        return Character.isWhitespace(run.text.charAt(Math.floorMod(at, run.text.length())));
    }

    private boolean looksLike(Inline other) {
        return formula.isEmpty()
                && other.formula.isEmpty()
                && style.equals(other.style)
                && link.equals(other.link);
    }
}
