package dev.paddock.sqlite;

import dev.paddock.chat.SearchQuery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The statements of a search, with their values. */
final class SearchFilter {
    private static final String TITLES =
            """
            SELECT c.key FROM title_search JOIN conversation c ON c.key = title_search.rowid
            WHERE c.deleted_at IS NULL AND %s ORDER BY c.updated DESC, c.key DESC LIMIT %d
            """;

    private static final String BY_WORDS =
            """
            SELECT m.key, m.conversation, m.id, m.role, m.content
            FROM message_search s CROSS JOIN message m ON m.key = s.rowid
            CROSS JOIN conversation c ON c.key = m.conversation
            WHERE s.message_search MATCH ? AND s.rowid < ? AND s.rowid >= ?
                AND c.deleted_at IS NULL AND m.deleted_at IS NULL%s
            ORDER BY s.rowid DESC
            """;

    private static final String BY_FILTER =
            """
            SELECT m.key, m.conversation, m.id, m.role, m.content
            FROM message m CROSS JOIN conversation c ON c.key = m.conversation
            WHERE m.key < ? AND m.key >= ? AND c.deleted_at IS NULL AND m.deleted_at IS NULL%s
            ORDER BY m.key DESC
            """;

    /** Keys looked at in one go: the index alone answers fast, messages have to be fetched. */
    private static final long SLICE = 50_000;

    private static final long FETCHED = 2_000;

    private final SearchQuery query;
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    SearchFilter(SearchQuery query) {
        this.query = query;
        var in = query.in().stream().map(TitleSearch::pattern).toList();
        if (!in.isEmpty()) {
            var titles = "SELECT rowid FROM title_search WHERE " + TitleSearch.condition(in.size());
            and("m.conversation IN (" + titles + ")", in.toArray());
        }
        for (var model : query.models()) {
            and("instr(lower(m.model), ?) > 0", model.toLowerCase(Locale.ROOT));
        }
        query.before().map(Instant::toEpochMilli).ifPresent(it -> and("m.created < ?", it));
        query.after().map(Instant::toEpochMilli).ifPresent(it -> and("m.created >= ?", it));
        query.has().forEach(it -> and(holds(it)));
    }

    private static String holds(SearchQuery.Has what) {
        return switch (what) {
            case ATTACHMENT -> "m.parts LIKE '%\"type\":\"attachment\"%'";
            case CODE -> "instr(m.content, '```') > 0";
            case REASONING -> "m.reasoning <> ''";
        };
    }

    private void and(String condition, Object... with) {
        conditions.append("\n    AND ").append(condition);
        values.addAll(List.of(with));
    }

    /** Whether nothing is asked that a title cannot have. */
    boolean takesTitles() {
        return query.models().isEmpty()
                && query.before().isEmpty()
                && query.after().isEmpty()
                && query.has().isEmpty();
    }

    long slice() {
        return query.isFiltered() ? FETCHED : SLICE;
    }

    /** Whether something is asked of messages. */
    boolean takesMessages() {
        return !query.words().isEmpty() || !takesTitles();
    }

    String titles(int most) {
        int parts = query.words().size() + query.in().size();
        return TITLES.formatted(parts == 0 ? "TRUE" : TitleSearch.condition(parts), most);
    }

    Object[] titleValues() {
        return Stream.concat(query.words().stream(), query.in().stream())
                .map(TitleSearch::pattern)
                .toArray();
    }

    String messages() {
        return (query.words().isEmpty() ? BY_FILTER : BY_WORDS).formatted(conditions);
    }

    Object[] messageValues(SearchTerms terms, long below, long from) {
        var all = new ArrayList<>();
        if (!query.words().isEmpty()) {
            all.add(terms.condition());
        }
        all.add(below);
        all.add(from);
        all.addAll(values);
        return all.toArray();
    }
}
