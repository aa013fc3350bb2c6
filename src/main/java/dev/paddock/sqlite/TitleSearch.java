package dev.paddock.sqlite;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How parts of titles are asked for. */
final class TitleSearch {
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[]");

    private TitleSearch() {}

    /** A GLOB pattern for what is to be found anywhere. */
    static String pattern(String part) {
        return "*" + SPECIAL.matcher(Folded.text(part)).replaceAll("[$0]") + "*";
    }

    /** A condition on {@code title_search} with a parameter per pattern. */
    static String condition(int patterns) {
        return Stream.generate(() -> "title_search.title GLOB ?")
                .limit(patterns)
                .collect(Collectors.joining(" AND "));
    }
}
