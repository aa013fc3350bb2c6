package dev.paddock.sqlite;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;

/** The changes of single records, to be run within a transaction. */
final class Writes {
    private static final String SAVE_CONVERSATION =
            """
            INSERT INTO conversation (id, title, title_chosen, system_prompt, temperature, top_p,
                top_k, max_tokens, created, updated)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title,
                title_chosen = excluded.title_chosen, system_prompt = excluded.system_prompt,
                temperature = excluded.temperature, top_p = excluded.top_p, top_k = excluded.top_k,
                max_tokens = excluded.max_tokens, created = excluded.created,
                updated = excluded.updated
            """;

    private static final String INDEX_TITLE =
            """
            INSERT OR REPLACE INTO title_search (rowid, title)
            SELECT key, ? FROM conversation WHERE id = ?
            """;

    /** Takes the title of the conversation with this id out of the index. */
    static final String UNINDEX_TITLE =
            """
            DELETE FROM title_search WHERE rowid IN (SELECT key FROM conversation WHERE id = ?)
            """;

    private static final String SAVE_MESSAGE =
            """
            INSERT INTO message (id, conversation, parent, role, status, model, created,
                prompt_tokens, cached_tokens, completion_tokens, first_token_millis,
                tokens_per_second, total_millis,
                failure_kind, failure_detail, failure_number, failure_limit, reasoning, content)
            VALUES (?, (SELECT key FROM conversation WHERE id = ?),
                iif(?3 IS NULL, NULL, coalesce((SELECT key FROM message WHERE id = ?3), -1)),
                ?, ?, ?, ?,
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET status = excluded.status, model = excluded.model,
                prompt_tokens = excluded.prompt_tokens, cached_tokens = excluded.cached_tokens,
                completion_tokens = excluded.completion_tokens,
                first_token_millis = excluded.first_token_millis,
                tokens_per_second = excluded.tokens_per_second,
                total_millis = excluded.total_millis, failure_kind = excluded.failure_kind,
                failure_detail = excluded.failure_detail,
                failure_number = excluded.failure_number, failure_limit = excluded.failure_limit,
                reasoning = excluded.reasoning, content = excluded.content
            """;

    private Writes() {}

    static void save(Connection connection, Conversation conversation) throws SQLException {
        var id = conversation.id().value();
        var sampling = conversation.sampling();
        var known =
                Sql.first(connection, Row::text, "SELECT title FROM conversation WHERE id = ?", id);
        Sql.update(
                connection,
                SAVE_CONVERSATION,
                id,
                conversation.title(),
                conversation.titleChosen(),
                conversation.systemPrompt(),
                sampling.temperature(),
                sampling.topP(),
                sampling.topK(),
                boxed(sampling.maxTokens()),
                conversation.created().toEpochMilli(),
                conversation.updated().toEpochMilli());
        if (!known.equals(Optional.of(conversation.title()))) {
            Sql.update(connection, INDEX_TITLE, TitleSearch.folded(conversation.title()), id);
        }
    }

    static void save(Connection connection, Message message) throws SQLException {
        var id = message.id().value();
        var figures = message.statistics();
        var failure = message.failure().map(Failures::columns);
        Sql.update(
                connection,
                SAVE_MESSAGE,
                id,
                message.conversation().value(),
                message.parent().map(MessageId::value),
                message.role(),
                message.status(),
                message.model(),
                message.created().toEpochMilli(),
                figures.map(AnswerStatistics::promptTokens),
                figures.map(AnswerStatistics::cachedTokens),
                figures.map(AnswerStatistics::completionTokens),
                figures.map(AnswerStatistics::firstTokenMillis),
                figures.map(AnswerStatistics::tokensPerSecond),
                figures.map(AnswerStatistics::totalMillis),
                failure.map(Failures.Columns::kind),
                failure.map(Failures.Columns::detail),
                failure.map(Failures.Columns::number),
                failure.map(Failures.Columns::limit),
                message.reasoning(),
                message.content());
        Sql.update(
                connection,
                "DELETE FROM message_part WHERE message = (SELECT key FROM message WHERE id = ?)",
                id);
    }

    static void append(Connection connection, MessageId answer, String reasoning, String content)
            throws SQLException {
        var sql =
                """
                INSERT INTO message_part (message, reasoning, content)
                SELECT key, ?, ? FROM message WHERE id = ? AND status = 'STREAMING'
                """;
        if (Sql.update(connection, sql, reasoning, content, answer.value()) != 1) {
            throw new SQLException("No answer is being received as " + answer);
        }
    }

    static void purge(Connection connection) throws SQLException {
        Sql.update(
                connection,
                """
                DELETE FROM title_search WHERE rowid IN
                    (SELECT key FROM conversation WHERE deleted_at IS NOT NULL)
                """);
        Sql.update(connection, "DELETE FROM conversation WHERE deleted_at IS NOT NULL");
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
