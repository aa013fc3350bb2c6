package dev.paddock.sqlite;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.ConversationTree.Link;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageOutline;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Outcome;
import dev.paddock.chat.Role;
import dev.paddock.option.Options;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            m.id, m.role, m.created, m.status, %s,
            m.prompt_tokens, m.cached_tokens, m.completion_tokens,
            m.first_token_millis, m.prompt_tokens_per_second, m.tokens_per_second,
            m.total_millis, m.finish_reason,
            m.failure_kind, m.failure_detail, m.failure_number, m.failure_limit,
            m.connection, m.model, m.engine_build, m.options, m.parts,
            m.content || %s, m.reasoning || %s
            """
                    .formatted(Given.sum(), pieces("content"), pieces("reasoning"));

    private static final int STATISTICS = 7;

    private static final int FAILURE = 4;

    /**
     * What few messages have. One number says which: to fetch a column that says nothing costs as
     * much as any other, which half of a long conversation's reading went into.
     */
    private enum Given {
        STATISTICS("m.prompt_tokens IS NOT NULL"),
        REASON("m.finish_reason IS NOT NULL"),
        FAILURE("m.failure_kind IS NOT NULL"),
        CONNECTION("m.connection IS NOT NULL"),
        MODEL("m.model IS NOT NULL"),
        BUILD("m.engine_build IS NOT NULL"),
        OPTIONS("m.options IS NOT NULL"),
        PARTS("m.parts IS NOT NULL"),
        EDITED("m.edited IS NOT NULL"),
        REASONING("m.status = 'STREAMING' OR m.reasoning <> ''");

        private final String condition;

        Given(String condition) {
            this.condition = condition;
        }

        private int bit() {
            return 1 << ordinal();
        }

        boolean in(int sum) {
            return (sum & bit()) != 0;
        }

        static String sum() {
            return Stream.of(values())
                    .map(one -> one.bit() + " * (" + one.condition + ")")
                    .collect(Collectors.joining(" + "));
        }
    }

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
                SamplingJson.read(row.utf8().orElseThrow()),
                row.time(),
                row.time());
    }

    /**
     * @param options of a message, from JSON
     */
    static Message message(
            ResultRow row, Optional<MessageId> parent, Function<byte[], Options> options)
            throws SQLException {
        var id = new MessageId(row.id());
        var role = Role.valueOf(row.text());
        var created = row.time();
        var status = MessageStatus.valueOf(row.text());
        int given = row.integer();
        var figures = statistics(row, given);
        var reason = row.textIf(Given.REASON.in(given)).flatMap(Rows::reason);
        var outcome = new Outcome(status, reason, figures, failure(row, given));
        var origin = origin(row, given, options);
        var json = row.utf8If(Given.PARTS.in(given));
        var content = row.text();
        var reasoning = row.textIf(Given.REASONING.in(given)).orElse("");
        var parts =
                json.isPresent() ? PartsJson.read(json.get()) : Message.texts(reasoning, content);
        var message = new Message(id, parent, role, parts, outcome, origin, created);
        boolean more = json.isPresent() && status == MessageStatus.STREAMING;
        return more ? message.received(content, reasoning) : message;
    }

    static Link link(ResultRow row) throws SQLException {
        return new Link(new MessageId(row.id()), parent(row.optionalId()));
    }

    static MessageOutline outline(ResultRow row) throws SQLException {
        return new MessageOutline(
                new MessageId(row.id()),
                parent(row.optionalId()),
                Role.valueOf(row.text()),
                row.text());
    }

    static Optional<MessageId> parent(Optional<UUID> id) {
        return id.map(MessageId::new);
    }

    private static MessageOrigin origin(ResultRow row, int given, Function<byte[], Options> options)
            throws SQLException {
        var connection = row.textIf(Given.CONNECTION.in(given));
        var model = row.textIf(Given.MODEL.in(given));
        var build = row.textIf(Given.BUILD.in(given));
        var json = row.utf8If(Given.OPTIONS.in(given));
        boolean edited = Given.EDITED.in(given);
        return model.isEmpty() && connection.isEmpty() && !edited
                ? MessageOrigin.NONE
                : new MessageOrigin(connection, model, build, json.map(options), edited);
    }

    /** Empty for one that this version does not know. */
    private static Optional<FinishReason> reason(String name) {
        return Stream.of(FinishReason.values()).filter(it -> it.name().equals(name)).findFirst();
    }

    private static Optional<ChatFailure> failure(ResultRow row, int given) throws SQLException {
        if (Given.FAILURE.in(given)) {
            return Failures.read(row);
        }
        row.skip(FAILURE);
        return Optional.empty();
    }

    private static Optional<AnswerStatistics> statistics(ResultRow row, int given)
            throws SQLException {
        if (!Given.STATISTICS.in(given)) {
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
                        row.real(),
                        row.whole()));
    }
}
