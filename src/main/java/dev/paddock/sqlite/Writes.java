package dev.paddock.sqlite;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The changes of single records, to be run within a transaction. */
final class Writes {
    private static final String SAVE_CONVERSATION =
            """
            INSERT INTO conversation
                (id, title, title_chosen, system_prompt, options, created, updated)
            VALUES (?, ?, ?, ?, json_patch('{}', ?), ?, ?)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title,
                title_chosen = excluded.title_chosen, system_prompt = excluded.system_prompt,
                options = json_patch(options, ?5), created = excluded.created,
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

    private static final String ADD_MESSAGE =
            """
            INSERT INTO message (id, conversation, parent, role, created, status, reasoning, content)
            VALUES (?, (SELECT key FROM conversation WHERE id = ?),
                iif(?3 IS NULL, NULL, coalesce((SELECT key FROM message WHERE id = ?3), -1)),
                ?, ?, '', '', '')
            """;

    /**
     * Options are merged, which keeps those that only another version knows. So does a failure of a
     * kind unknown here stay, which was read as none.
     */
    private static final String SAVE_MESSAGE =
            """
            UPDATE message SET status = ?2, connection = ?3, model = ?4, engine_build = ?5,
                options = json_patch(coalesce(options, '{}'), ?6),
                prompt_tokens = ?7, cached_tokens = ?8, completion_tokens = ?9,
                first_token_millis = ?10, prompt_tokens_per_second = ?11,
                tokens_per_second = ?12, total_millis = ?13,
                finish_reason = coalesce(?14, finish_reason),
                failure_kind = iif(?2 IN ('FAILED', 'INTERRUPTED'),
                    coalesce(?15, failure_kind), ?15),
                failure_detail = coalesce(?16, failure_detail),
                failure_number = coalesce(?17, failure_number),
                failure_limit = coalesce(?18, failure_limit),
                parts = ?19, reasoning = ?20, content = ?21, edited = ?22
            WHERE id = ?1
            """;

    private static final String SAVE_FIGURES =
            """
            UPDATE message SET prompt_tokens = ?2, cached_tokens = ?3, completion_tokens = ?4,
                first_token_millis = ?5, prompt_tokens_per_second = ?6,
                tokens_per_second = ?7, total_millis = ?8
            WHERE id = ?1
            """;

    private static final String CHOOSE_LEAF =
            """
            UPDATE conversation SET leaf = m.key FROM message m
            WHERE conversation.id = ? AND m.id = ? AND m.conversation = conversation.key
            """;

    private Writes() {}

    static void save(Connection connection, Conversation conversation) throws SQLException {
        var id = conversation.id().value();
        var known =
                Sql.first(
                        connection,
                        ResultRow::text,
                        "SELECT title FROM conversation WHERE id = ?",
                        id);
        Sql.update(
                connection,
                SAVE_CONVERSATION,
                id,
                conversation.title(),
                conversation.titleChosen(),
                conversation.systemPrompt(),
                Json.text(SamplingJson.write(conversation.options())),
                conversation.created().toEpochMilli(),
                conversation.updated().toEpochMilli());
        if (!known.equals(Optional.of(conversation.title()))) {
            Sql.update(connection, INDEX_TITLE, Folded.text(conversation.title()), id);
        }
    }

    static void add(Connection connection, ConversationId conversation, Message message)
            throws SQLException {
        Sql.update(
                connection,
                ADD_MESSAGE,
                message.id().value(),
                conversation.value(),
                message.parent().map(MessageId::value),
                message.role(),
                message.created().toEpochMilli());
        update(connection, message);
        SearchIndex.changed(connection, message.id(), Optional.empty());
    }

    static void save(Connection connection, Message message) throws SQLException {
        var indexed = SearchIndex.of(connection, message.id());
        update(connection, message);
        SearchIndex.changed(connection, message.id(), indexed);
        Sql.update(
                connection,
                "DELETE FROM message_piece WHERE message = (SELECT key FROM message WHERE id = ?)",
                message.id().value());
    }

    private static void update(Connection connection, Message message) throws SQLException {
        var origin = message.origin();
        var figures = message.statistics();
        var failure = message.failure().map(Failures::columns);
        changeOne(
                connection,
                SAVE_MESSAGE,
                message.id().value(),
                message.status(),
                origin.connection(),
                origin.model(),
                origin.engineBuild(),
                origin.options().map(SamplingJson::write).map(Json::text),
                figures.map(AnswerStatistics::promptTokens),
                figures.map(AnswerStatistics::cachedTokens),
                figures.map(AnswerStatistics::completionTokens),
                figures.map(AnswerStatistics::firstTokenMillis),
                figures.map(AnswerStatistics::promptTokensPerSecond),
                figures.map(AnswerStatistics::tokensPerSecond),
                figures.map(AnswerStatistics::totalMillis),
                message.outcome().reason(),
                failure.map(Failures.Columns::kind),
                failure.map(Failures.Columns::detail),
                failure.map(Failures.Columns::number),
                failure.map(Failures.Columns::limit),
                plain(message) ? Optional.empty() : Optional.of(PartsJson.write(message.parts())),
                message.reasoning(),
                message.content(),
                origin.edited() ? Optional.of(1) : Optional.empty());
    }

    /** Whether reasoning and content say all of it. */
    private static boolean plain(Message message) {
        return Message.texts(message.reasoning(), message.content()).equals(message.parts());
    }

    static void append(
            Connection connection,
            MessageId answer,
            String reasoning,
            String content,
            Optional<AnswerStatistics> figures)
            throws SQLException {
        var sql =
                """
                INSERT INTO message_piece (message, reasoning, content)
                SELECT key, ?, ? FROM message WHERE id = ? AND status = 'STREAMING'
                """;
        changeOne(connection, sql, reasoning, content, answer.value());
        if (figures.isPresent()) {
            save(connection, answer, figures.get());
        }
    }

    private static void save(Connection connection, MessageId answer, AnswerStatistics figures)
            throws SQLException {
        changeOne(
                connection,
                SAVE_FIGURES,
                answer.value(),
                figures.promptTokens(),
                figures.cachedTokens(),
                figures.completionTokens(),
                figures.firstTokenMillis(),
                figures.promptTokensPerSecond(),
                figures.tokensPerSecond(),
                figures.totalMillis());
    }

    static void chooseLeaf(Connection connection, ConversationId conversation, MessageId leaf)
            throws SQLException {
        changeOne(connection, CHOOSE_LEAF, conversation.value(), leaf.value());
    }

    static void purge(Connection connection) throws SQLException {
        SearchIndex.removeAll(connection, SearchIndex.DELETED);
        Sql.update(
                connection,
                """
                DELETE FROM title_search WHERE rowid IN
                    (SELECT key FROM conversation WHERE deleted_at IS NOT NULL)
                """);
        deleteWithMessages(connection, "deleted_at IS NOT NULL");
        deleteMessages(connection, "deleted_at IS NOT NULL");
    }

    /**
     * Holds for every version of the tables.
     *
     * @param which a condition on conversations
     */
    static void deleteWithMessages(Connection connection, String which, Object... values)
            throws SQLException {
        var conversations = " FROM conversation WHERE " + which;
        deleteMessages(connection, "conversation IN (SELECT key" + conversations + ")", values);
        Sql.update(connection, "DELETE" + conversations, values);
    }

    /**
     * The newest first: one that goes takes those after it with it by triggers of their own, and
     * SQLite nests no more than a thousand.
     */
    private static void deleteMessages(Connection connection, String which, Object... values)
            throws SQLException {
        var select = "SELECT key FROM message WHERE " + which + " ORDER BY key DESC";
        var keys = Sql.list(connection, ResultRow::whole, select, values);
        Sql.updateEach(connection, "DELETE FROM message WHERE key = ?", keys);
    }

    private static void changeOne(Connection connection, String sql, Object... values)
            throws SQLException {
        if (Sql.update(connection, sql, values) != 1) {
            throw new SQLException("There is no such message, or it is not as it should be");
        }
    }
}
