package dev.paddock.sqlite;

import dev.paddock.chat.SearchHits.Excerpt;
import dev.paddock.chat.SearchHits.Mark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a query, and where a text has them. All must be there. */
final class SearchTerms {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    private static final String GAP = "[\\s\\p{Z}\\p{Cntrl}]+";

    /** Characters of an excerpt before the first hit, and in all. */
    private static final int LEAD = 20;

    private static final int LENGTH = 140;
    private static final String CUT = "…";

    private final List<Pattern> patterns;
    private final String condition;

    SearchTerms(List<String> terms) {
        var all = terms.stream().map(SearchTerms::words).filter(it -> !it.isEmpty()).toList();
        patterns = all.stream().map(SearchTerms::pattern).toList();
        var conditions = new LinkedHashSet<String>();
        all.forEach(words -> words.forEach(word -> conditions.add(Grams.condition(word))));
        condition = Grams.joined(conditions);
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** For the index; whatever meets it must still be asked {@link #isIn}. */
    String condition() {
        return condition;
    }

    boolean isIn(String text) {
        var folded = Folded.text(text);
        return patterns.stream().allMatch(one -> one.matcher(folded).find());
    }

    /** All of a short text, on one line. */
    Excerpt marked(String text) {
        return cut(text, 0, text.length());
    }

    /** What stands around the first of them, on one line. */
    Excerpt excerpt(String text) {
        var folded = Folded.of(text);
        var first =
                patterns.stream()
                        .map(one -> one.matcher(folded.toString()))
                        .filter(Matcher::find)
                        .mapToInt(found -> folded.origin(found.start()))
                        .min()
                        .orElse(0);
        int from = first <= LEAD ? 0 : wordStart(text, first - LEAD, first);
        return cut(text, from, Math.min(text.length(), from + LENGTH));
    }

    private Excerpt cut(String text, int from, int end) {
        int to = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
        var line =
                (from > 0 ? CUT : "")
                        + SPACE.matcher(text.substring(from, to)).replaceAll(" ").strip()
                        + (to < text.length() ? CUT : "");
        return new Excerpt(line, marks(line));
    }

    private List<Mark> marks(String line) {
        var folded = Folded.of(line);
        var found = new ArrayList<Mark>();
        for (var pattern : patterns) {
            var at = pattern.matcher(folded.toString());
            while (at.find()) {
                int to = folded.origin(at.end());
                found.add(new Mark(folded.origin(at.start()), to));
            }
        }
        found.sort(Comparator.comparingInt(Mark::from).thenComparingInt(Mark::to));
        var marks = new ArrayList<Mark>();
        for (var next : found) {
            var last = marks.isEmpty() ? new Mark(0, 0) : marks.getLast();
            if (!marks.isEmpty() && next.from() <= last.to()) {
                marks.set(marks.size() - 1, new Mark(last.from(), Math.max(last.to(), next.to())));
            } else if (next.from() < next.to()) {
                marks.add(next);
            }
        }
        return marks;
    }

    /** Where a word begins at or after {@code from}; there where none does before {@code to}. */
    private static int wordStart(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static List<String> words(String term) {
        return SPACE.splitAsStream(Folded.text(term)).filter(it -> !it.isEmpty()).toList();
    }

    private static Pattern pattern(List<String> words) {
        return Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining(GAP)));
    }
}
