package dev.paddock.sqlite;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Role;
import dev.paddock.chat.Sampling;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;

/** Rows as the records of the domain, with the columns they need. */
final class Rows {
    /** For {@link #conversation}. */
    static final String CONVERSATION =
            """
            c.id, c.title, c.title_chosen, c.system_prompt, c.temperature, c.top_p, c.top_k,
            coalesce(c.max_tokens, 0), c.created, c.updated
            """;

    /** For {@link #message}; {@code p} is its parent. */
    static final String MESSAGE =
            """
            m.id, p.id, m.role, m.content || %s, m.reasoning || %s, m.status,
            m.prompt_tokens IS NOT NULL, m.prompt_tokens, m.cached_tokens, m.completion_tokens,
            m.first_token_millis, m.tokens_per_second, m.total_millis, m.model,
            m.failure_kind, m.failure_detail, m.failure_number, m.failure_limit, m.created
            """
                    .formatted(parts("content"), parts("reasoning"));

    private static final int STATISTICS = 6;

    private Rows() {}

    /** What has been added to {@code column} of message {@code m} while it is received. */
    static String parts(String column) {
        return """
        iif(m.status <> 'STREAMING', '', coalesce(
            (SELECT group_concat(%s, '' ORDER BY key) FROM message_part WHERE message = m.key), ''))
        """
                .formatted(column);
    }

    static Conversation conversation(Row row) throws SQLException {
        return new Conversation(
                new ConversationId(row.id()),
                row.text(),
                row.integer() != 0,
                row.text(),
                new Sampling(row.real(), row.real(), row.integer(), limit(row.integer())),
                row.time(),
                row.time());
    }

    static Message message(Row row, ConversationId conversation) throws SQLException {
        return new Message(
                new MessageId(row.id()),
                conversation,
                row.optionalId().map(MessageId::new),
                Role.valueOf(row.text()),
                row.text(),
                row.text(),
                MessageStatus.valueOf(row.text()),
                statistics(row),
                row.optionalText(),
                Failures.read(row),
                row.time());
    }

    private static OptionalInt limit(int maxTokens) {
        return maxTokens == 0 ? OptionalInt.empty() : OptionalInt.of(maxTokens);
    }

    private static Optional<AnswerStatistics> statistics(Row row) throws SQLException {
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
