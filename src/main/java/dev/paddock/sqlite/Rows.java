package dev.paddock.sqlite;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.ConversationTree.Link;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Role;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Rows as the records of the domain, with the columns they need. */
final class Rows {
    /** For {@link #conversation}. */
    static final String CONVERSATION =
            """
            c.id, c.title, c.title_chosen, c.system_prompt, c.options, c.created, c.updated
            """;

    /** For {@link #message}, after the id of its parent. */
    static final String MESSAGE =
            """
            m.id, m.role, m.status, m.created, m.details, m.parts, %s, %s
            """
                    .formatted(pieces("content"), pieces("reasoning"));

    private Rows() {}

    /** What has been added to message {@code m} while it is received; NULL otherwise. */
    private static String pieces(String column) {
        return """
        iif(m.status <> 'STREAMING', NULL,
            (SELECT group_concat(%s, '' ORDER BY key) FROM message_piece WHERE message = m.key))
        """
                .formatted(column);
    }

    static Conversation conversation(Row row) throws SQLException {
        return new Conversation(
                new ConversationId(row.id()),
                row.text(),
                row.integer() != 0,
                row.text(),
                OptionsJson.read(Json.object(row.utf8())),
                row.time(),
                row.time());
    }

    static Message message(Row row, Optional<MessageId> parent) throws SQLException {
        var id = new MessageId(row.id());
        var role = Role.valueOf(row.text());
        var status = MessageStatus.valueOf(row.text());
        var created = row.time();
        var details = Json.object(row.utf8());
        var message =
                new Message(
                        id,
                        parent,
                        role,
                        PartsJson.read(row.utf8()),
                        Details.outcome(status, details),
                        Details.origin(details),
                        created);
        var content = row.optionalText();
        var reasoning = row.optionalText();
        return content.isEmpty() && reasoning.isEmpty()
                ? message
                : message.received(
                        message.content() + content.orElse(""),
                        message.reasoning() + reasoning.orElse(""));
    }

    static Link link(Row row) throws SQLException {
        return new Link(new MessageId(row.id()), parent(row.optionalId()));
    }

    static Optional<MessageId> parent(Optional<UUID> id) {
        return id.map(MessageId::new);
    }
}
