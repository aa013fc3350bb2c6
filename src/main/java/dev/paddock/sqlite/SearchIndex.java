package dev.paddock.sqlite;

import dev.paddock.chat.MessageId;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The index of what messages say. It keeps no text, only which message has which {@link Grams}, so
 * that what it holds of a message can be taken out again as long as the message is there. A message
 * is in it from its end on, or when the fill comes to it; never twice.
 */
final class SearchIndex {
    private static final String ADD = "INSERT INTO message_search (rowid, grams) VALUES (?, ?)";
    private static final String REMOVE =
            "INSERT INTO message_search (message_search, rowid, grams) VALUES ('delete', ?, ?)";
    private static final String EXISTS =
            "SELECT count(*) FROM sqlite_schema WHERE name = 'message_search'";

    private static final String INDEXED =
            """
            SELECT key, content FROM message
            WHERE id = ? AND EXISTS (SELECT 1 FROM message_search_docsize WHERE id = message.key)
            """;

    private static final String ENDED =
            "SELECT key, content FROM message WHERE id = ? AND status <> 'STREAMING'";

    /** Newest first: those are what is looked for most. */
    private static final String MISSING =
            """
            SELECT key, content FROM message
            WHERE key < ? AND status <> 'STREAMING'
                AND NOT EXISTS (SELECT 1 FROM message_search_docsize WHERE id = message.key)
            ORDER BY key DESC LIMIT ?
            """;

    private static final String OF =
            """
            SELECT key, content FROM message
            WHERE %s AND EXISTS (SELECT 1 FROM message_search_docsize WHERE id = message.key)
            LIMIT ?
            """;

    /** A condition for {@link #remove}: the id of a conversation is its value. */
    static final String OF_CONVERSATION =
            "conversation = (SELECT key FROM conversation WHERE id = ?)";

    /** A condition for {@link #remove}. */
    static final String DELETED =
            """
            (deleted_at IS NOT NULL
                OR conversation IN (SELECT key FROM conversation WHERE deleted_at IS NOT NULL))
            """;

    /** Some 50 ms of work. */
    private static final int PORTION = 200;

    /** A message as the index knows it. */
    record Entry(long key, String text) {
        static Entry read(ResultRow row) throws SQLException {
            return new Entry(row.whole(), row.optionalText().orElse(""));
        }
    }

    private SearchIndex() {}

    /** To be asked before a message is changed. */
    static Optional<Entry> of(Connection connection, MessageId message) throws SQLException {
        return Sql.first(connection, Entry::read, INDEXED, message.value());
    }

    /**
     * To be told after a message was added or changed.
     *
     * @param before what the index has of it
     */
    static void changed(Connection connection, MessageId message, Optional<Entry> before)
            throws SQLException {
        var now = Sql.first(connection, Entry::read, ENDED, message.value());
        if (before.equals(now)) {
            return;
        }
        if (before.isPresent()) {
            remove(connection, before.get());
        }
        if (now.isPresent()) {
            add(connection, now.get());
        }
    }

    /** A {@link Fill}. */
    static OptionalLong fill(Connection connection, long after) throws SQLException {
        long below = after < 0 ? Long.MAX_VALUE : after;
        var next = Sql.list(connection, Entry::read, MISSING, below, PORTION);
        for (var entry : next) {
            add(connection, entry);
        }
        return next.isEmpty() ? OptionalLong.empty() : OptionalLong.of(next.getLast().key());
    }

    /**
     * Takes some of the messages for which {@code condition} holds out of the index. A file of a
     * version without one is left as it is.
     *
     * @return whether there may be more
     */
    static boolean remove(Connection connection, String condition, Object... values)
            throws SQLException {
        if (Sql.number(connection, EXISTS) == 0) {
            return false;
        }
        var all = new Object[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = PORTION;
        var entries = Sql.list(connection, Entry::read, OF.formatted(condition), all);
        for (var entry : entries) {
            remove(connection, entry);
        }
        return entries.size() == PORTION;
    }

    /** As {@link #remove}, all of them. */
    static void removeAll(Connection connection, String condition, Object... values)
            throws SQLException {
        boolean more = true;
        while (more) {
            more = remove(connection, condition, values);
        }
    }

    /** Puts all titles in anew. */
    static void titles(Connection connection) throws SQLException {
        record Title(long key, String text) {}
        List<Title> titles =
                Sql.list(
                        connection,
                        row -> new Title(row.whole(), row.text()),
                        "SELECT key, title FROM conversation");
        Sql.script(connection, "DELETE FROM title_search");
        for (var one : titles) {
            var sql = "INSERT INTO title_search (rowid, title) VALUES (?, ?)";
            Sql.update(connection, sql, one.key(), Folded.text(one.text()));
        }
    }

    private static void add(Connection connection, Entry entry) throws SQLException {
        Sql.update(connection, ADD, entry.key(), Grams.of(entry.text()));
    }

    private static void remove(Connection connection, Entry entry) throws SQLException {
        Sql.update(connection, REMOVE, entry.key(), Grams.of(entry.text()));
    }
}
