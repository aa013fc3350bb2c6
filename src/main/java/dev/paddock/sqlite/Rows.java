package dev.paddock.sqlite;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.ConversationTree.Link;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Outcome;
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

    /** For {@link #message}. */
    static final String MESSAGE =
            """
            m.id, m.role, m.created, m.status,
            m.prompt_tokens IS NOT NULL, m.prompt_tokens, m.cached_tokens, m.completion_tokens,
            m.first_token_millis, m.tokens_per_second, m.total_millis,
            m.failure_kind, m.failure_detail, m.failure_number, m.failure_limit,
            m.connection, m.model, m.engine_build, m.options, m.parts,
            m.content || %s, m.reasoning || %s
            """
                    .formatted(pieces("content"), pieces("reasoning"));

    private static final int STATISTICS = 6;

    private Rows() {}

    /** What has been added to {@code column} of message {@code m} while it is received. */
    private static String pieces(String column) {
        return """
        iif(m.status <> 'STREAMING', '', coalesce(
            (SELECT group_concat(%s, '' ORDER BY key) FROM message_piece WHERE message = m.key), ''))
        """
                .formatted(column);
    }

    static Conversation conversation(ResultRow row) throws SQLException {
        return new Conversation(
                new ConversationId(row.id()),
                row.text(),
                row.integer() != 0,
                row.text(),
                SamplingJson.read(Json.object(row.utf8().orElseThrow())),
                row.time(),
                row.time());
    }

    static Message message(ResultRow row, Optional<MessageId> parent) throws SQLException {
        var id = new MessageId(row.id());
        var role = Role.valueOf(row.text());
        var created = row.time();
        var outcome =
                new Outcome(MessageStatus.valueOf(row.text()), statistics(row), Failures.read(row));
        var origin = origin(row);
        var json = row.utf8();
        var content = row.text();
        var reasoning = row.text();
        var parts =
                json.isPresent() ? PartsJson.read(json.get()) : Message.texts(reasoning, content);
        var message = new Message(id, parent, role, parts, outcome, origin, created);
        boolean more = json.isPresent() && outcome.status() == MessageStatus.STREAMING;
        return more ? message.received(content, reasoning) : message;
    }

    static Link link(ResultRow row) throws SQLException {
        return new Link(new MessageId(row.id()), parent(row.optionalId()));
    }

    static Optional<MessageId> parent(Optional<UUID> id) {
        return id.map(MessageId::new);
    }

    private static MessageOrigin origin(ResultRow row) throws SQLException {
        var connection = row.optionalText();
        var model = row.optionalText();
        var build = row.optionalText();
        var options = row.utf8().map(Json::object).map(SamplingJson::read);
        return model.isEmpty() && connection.isEmpty()
                ? MessageOrigin.NONE
                : new MessageOrigin(connection, model, build, options);
    }

    private static Optional<AnswerStatistics> statistics(ResultRow row) throws SQLException {
        if (row.integer() == 0) {
            row.skip(STATISTICS);
            return Optional.empty();
        }
        return Optional.of(
                new AnswerStatistics(
                        row.integer(),
                        row.integer(),
                        row.integer(),
                        row.whole(),
                        row.real(),
                        row.whole()));
    }
}
