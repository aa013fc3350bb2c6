package dev.paddock.sqlite;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Role;
import dev.paddock.chat.Sampling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Rows as the records of the domain. */
final class Rows {
    private Rows() {}

    static Conversation conversation(ResultSet row) throws SQLException {
        int maxTokens = row.getInt("max_tokens");
        var sampling =
                new Sampling(
                        row.getDouble("temperature"),
                        row.getDouble("top_p"),
                        row.getInt("top_k"),
                        maxTokens == 0 ? OptionalInt.empty() : OptionalInt.of(maxTokens));
        return new Conversation(
                new ConversationId(Sql.uuid(row.getBytes("id"))),
                row.getString("title"),
                row.getBoolean("title_chosen"),
                row.getString("system_prompt"),
                sampling,
                time(row, "created"),
                time(row, "updated"));
    }

    static Message message(ResultSet row, ConversationId conversation) throws SQLException {
        return new Message(
                new MessageId(Sql.uuid(row.getBytes("id"))),
                conversation,
                Optional.ofNullable(row.getBytes("parent_id")).map(Sql::uuid).map(MessageId::new),
                Role.valueOf(row.getString("role")),
                row.getString("content"),
                row.getString("reasoning"),
                MessageStatus.valueOf(row.getString("status")),
                statistics(row),
                Optional.ofNullable(row.getString("model")),
                Failures.read(row),
                time(row, "created"));
    }

    private static Optional<AnswerStatistics> statistics(ResultSet row) throws SQLException {
        int prompt = row.getInt("prompt_tokens");
        if (row.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(
                new AnswerStatistics(
                        prompt,
                        row.getInt("cached_tokens"),
                        row.getInt("completion_tokens"),
                        row.getLong("first_token_millis"),
                        row.getDouble("tokens_per_second"),
                        row.getLong("total_millis")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
