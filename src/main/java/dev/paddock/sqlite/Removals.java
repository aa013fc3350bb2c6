package dev.paddock.sqlite;

import dev.paddock.chat.ConversationId;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.Removal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages that a person removed, within a transaction. Whatever is left never follows one that is
 * removed: else that would take it along when it is purged.
 */
final class Removals {
    private static final String HIDE =
            "UPDATE message SET deleted_at = 1000 * unixepoch() WHERE id = ?";
    private static final String SHOW = "UPDATE message SET deleted_at = NULL WHERE id = ?";
    private static final String FOLLOW =
            "UPDATE message SET parent = (SELECT key FROM message WHERE id = ?) WHERE id = ?";
    private static final String LEAF =
            "UPDATE conversation SET leaf = (SELECT key FROM message WHERE id = ?) WHERE id = ?";

    /** To the next one above that is left. */
    private static final String CLIMB =
            """
            WITH RECURSIVE above (key, parent, hidden) AS (
                SELECT p.key, p.parent, p.deleted_at IS NOT NULL
                FROM message m JOIN message p ON p.key = m.parent WHERE m.id = ?1
                UNION ALL
                SELECT p.key, p.parent, p.deleted_at IS NOT NULL
                FROM above a JOIN message p ON p.key = a.parent WHERE a.hidden)
            UPDATE message SET parent = (SELECT key FROM above WHERE NOT hidden) WHERE id = ?1
            """;

    /** In a copy of any version of the tables. */
    private static final String SKIP =
            """
            UPDATE message SET parent = (SELECT parent FROM message WHERE id = ?1)
            WHERE parent = (SELECT key FROM message WHERE id = ?1)
            """;

    private static final String ALL = "SELECT id FROM message WHERE deleted_at IS NOT NULL";

    private Removals() {}

    static void remove(Connection connection, ConversationId conversation, Removal removal)
            throws SQLException {
        for (var message : removal.messages()) {
            Sql.update(connection, HIDE, message.value());
        }
        follow(connection, removal.next(), removal.before());
        choose(connection, conversation, removal.leaf());
    }

    static void restore(Connection connection, ConversationId conversation, Removal removal)
            throws SQLException {
        for (var message : removal.messages()) {
            Sql.update(connection, SHOW, message.value());
        }
        var first = removal.messages().getFirst();
        Sql.update(connection, CLIMB, first.value());
        follow(connection, removal.next(), Optional.of(first));
        choose(connection, conversation, removal.formerLeaf());
    }

    private static void follow(
            Connection connection, List<MessageId> next, Optional<MessageId> before)
            throws SQLException {
        for (var message : next) {
            Sql.update(connection, FOLLOW, before.map(MessageId::value), message.value());
        }
    }

    private static void choose(
            Connection connection, ConversationId conversation, Optional<MessageId> leaf)
            throws SQLException {
        Sql.update(connection, LEAF, leaf.map(MessageId::value), conversation.value());
    }

    static List<UUID> all(Connection connection) throws SQLException {
        return Sql.list(connection, ResultRow::id, ALL);
    }

    /** From a copy of any version. */
    static void erase(Connection copy, UUID message) throws SQLException {
        Sql.update(copy, SKIP, message);
        Sql.update(copy, "DELETE FROM message WHERE id = ?", message);
    }
}
