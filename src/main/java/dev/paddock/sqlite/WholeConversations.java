package dev.paddock.sqlite;

import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.WholeConversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Conversations with the messages of every branch, read and written within a transaction. */
final class WholeConversations {
    private static final String CONVERSATION =
            "SELECT "
                    + Rows.CONVERSATION
                    + " FROM conversation c WHERE c.id = ? AND c.deleted_at IS NULL";

    private static final String LEAF =
            """
            SELECT m.id FROM conversation c JOIN message m ON m.key = coalesce(c.leaf,
                (SELECT max(key) FROM message WHERE conversation = c.key AND deleted_at IS NULL))
            WHERE c.id = ?
            """;

    private static final String MESSAGES =
            """
            SELECT p.id, %s
            FROM message m LEFT JOIN message p ON p.key = m.parent
            WHERE m.conversation = (SELECT key FROM conversation WHERE id = ?)
                AND m.deleted_at IS NULL
            ORDER BY m.key
            """
                    .formatted(Rows.MESSAGE);

    private WholeConversations() {}

    static Optional<WholeConversation> read(Connection connection, ConversationId id)
            throws SQLException {
        var found = Sql.first(connection, Rows::conversation, CONVERSATION, id.value());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var messages = Sql.list(connection, WholeConversations::message, MESSAGES, id.value());
        var leaf = Sql.first(connection, row -> new MessageId(row.id()), LEAF, id.value());
        return Optional.of(new WholeConversation(found.get(), messages, leaf));
    }

    /** After the id of its parent; one that was being received has ended. */
    static Message message(ResultRow row) throws SQLException {
        return Rows.message(row, Rows.parent(row.optionalId()), SamplingJson::read).closed();
    }

    static void write(Connection connection, WholeConversation whole) throws SQLException {
        var id = whole.conversation().id();
        Writes.save(connection, whole.conversation());
        for (var message : whole.messages()) {
            Writes.add(connection, id, message);
        }
        if (whole.leaf().isPresent()) {
            Writes.chooseLeaf(connection, id, whole.leaf().get());
        }
    }
}
