package dev.paddock.sqlite;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.Role;
import dev.paddock.chat.SearchHits;
import dev.paddock.chat.SearchHits.Found;
import dev.paddock.chat.SearchHits.Hit;
import dev.paddock.chat.SearchHits.State;
import dev.paddock.chat.SearchProgress;
import dev.paddock.chat.SearchQuery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One search. The messages are gone through from the newest to the oldest in slices of their keys,
 * so that it can be given up, can tell what it has, and nobody waits long for the connection.
 */
final class MessageSearch {
    private static final int MOST_TITLES = 50;
    private static final int MOST_MESSAGES = 100;

    /** Each time so long has passed it tells what is new, and lets others at the connection. */
    private static final Duration PATIENCE = Duration.ofMillis(30);

    private static final String CONVERSATION =
            "SELECT " + Rows.CONVERSATION + " FROM conversation c WHERE c.key = ?";

    private static final String NEWEST = "SELECT coalesce(max(key), 0) FROM message";

    private final Database database;
    private final Fills fills;
    private final SearchFilter filter;
    private final SearchTerms terms;
    private final Map<Long, Group> groups = new LinkedHashMap<>();
    private long below;
    private boolean whole;
    private int messages;
    private int told = -1;
    private long turn = System.nanoTime();

    /** What is found of a conversation. */
    private record Group(Conversation conversation, List<Hit> hits) {}

    MessageSearch(Database database, Fills fills, SearchQuery query) {
        this.database = database;
        this.fills = fills;
        filter = new SearchFilter(query);
        terms = new SearchTerms(query.words());
    }

    void run(SearchProgress progress) {
        if (filter.takesTitles()) {
            database.read(this::titles);
        }
        if (filter.takesMessages()) {
            below = 1 + database.<Long>read(it -> Sql.number(it, NEWEST));
        }
        while (progress.isWanted() && below > 0 && messages < MOST_MESSAGES) {
            database.<Boolean>read(connection -> slice(connection, progress));
            if (below > 0 && isLate()) {
                if (told < size()) {
                    tell(progress, State.SEARCHING);
                }
                turn = System.nanoTime();
            }
        }
        if (progress.isWanted()) {
            tell(progress, state());
        }
    }

    private State state() {
        if (messages == MOST_MESSAGES) {
            return State.CUT;
        }
        return database.<Boolean>read(fills::pending) ? State.INDEXING : State.ALL;
    }

    private boolean titles(Connection connection) throws SQLException {
        var found =
                Sql.list(
                        connection,
                        ResultRow::whole,
                        filter.titles(MOST_TITLES),
                        filter.titleValues());
        for (long key : found) {
            group(connection, key);
        }
        return true;
    }

    /** Ends before its oldest message where it took too long. */
    private boolean slice(Connection connection, SearchProgress progress) throws SQLException {
        long from = Math.max(0, below - filter.slice());
        whole = true;
        Sql.each(
                connection,
                row -> {
                    below = row.whole();
                    take(connection, row);
                    whole = messages < MOST_MESSAGES && progress.isWanted() && !isLate();
                    return whole;
                },
                filter.messages(),
                filter.messageValues(terms, below, from));
        below = whole ? from : below;
        return whole;
    }

    private void take(Connection connection, ResultRow row) throws SQLException {
        long conversation = row.whole();
        var id = new MessageId(row.id());
        var role = Role.valueOf(row.text());
        var content = row.text();
        if (terms.isEmpty() || terms.isIn(content)) {
            group(connection, conversation).hits().add(new Hit(id, role, terms.excerpt(content)));
            messages++;
        }
    }

    private Group group(Connection connection, long key) throws SQLException {
        var known = Optional.ofNullable(groups.get(key));
        if (known.isPresent()) {
            return known.get();
        }
        var conversation =
                Sql.first(connection, Rows::conversation, CONVERSATION, key).orElseThrow();
        var group = new Group(conversation, new ArrayList<>());
        groups.put(key, group);
        return group;
    }

    private boolean isLate() {
        return System.nanoTime() - turn > PATIENCE.toNanos();
    }

    private int size() {
        return groups.size() + messages;
    }

    private void tell(SearchProgress progress, State state) {
        told = size();
        var found =
                groups.values().stream()
                        .map(
                                it ->
                                        new Found(
                                                it.conversation(),
                                                terms.marked(it.conversation().title()),
                                                it.hits()))
                        .toList();
        progress.found(new SearchHits(found, state));
    }
}
