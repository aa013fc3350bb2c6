package dev.paddock.sqlite;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How titles and queries are made comparable, and queries turned into patterns. */
final class TitleSearch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[]");
    private static final int LONGEST_QUERY = 200;

    private TitleSearch() {}

    /** Without case, accents and differences of width. */
    static String folded(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(decomposed).replaceAll("");
        return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\0', ' ');
    }

    /** A GLOB pattern per word, each to be found anywhere; none for a blank query. */
    static List<String> patterns(String query) {
        var start = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
        return SPACE.splitAsStream(folded(start))
                .filter(word -> !word.isEmpty())
                .map(word -> "*" + SPECIAL.matcher(word).replaceAll("[$0]") + "*")
                .toList();
    }

    /** A condition on {@code title_search} with a parameter per pattern. */
    static String condition(List<String> patterns) {
        return Stream.generate(() -> "title_search.title GLOB ?")
                .limit(patterns.size())
                .collect(Collectors.joining(" AND "));
    }
}
