package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.ObjectMapper;

import java.util.List;
import java.util.Optional;

/** What another Paddock of the same version of the file keeps survives loading and saving. */
class UnknownMembersTest extends HistoryOnDisk {
    private static final String OPTIONS =
            "{\"temperature\":0.5,\"min_p\":0.05,\"new\":{\"a\":[1,null]}}";
    private static final String IN_FORCE = "{\"min_p\":0.1,\"topK\":7}";
    private static final String PARTS =
            "[{\"type\":\"text\",\"text\":\"A\",\"lang\":\"en\"},{\"type\":\"video\",\"s\":1.50}]";

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void ofAConversation() {
        var conversation = kept(conversation("Kept", 0));
        change("UPDATE conversation SET options = ?", OPTIONS);
        var loaded = history.conversations().getFirst();
        assertEquals(0.5, loaded.options().value(SamplingOptions.TEMPERATURE));
        history.save(loaded.titled("Renamed", true));
        assertSame(OPTIONS, text("SELECT options FROM conversation"));

        history.save(
                conversation.with(
                        "",
                        Options.of(SamplingOptions.TOP_P, 0.9)
                                .with(SamplingOptions.MAX_TOKENS, 7)));
        assertSame(
                "{\"min_p\":0.05,\"new\":{\"a\":[1,null]},\"topP\":0.9,\"maxTokens\":7}",
                text("SELECT options FROM conversation"));
    }

    @Test
    void ofAMessage() {
        var conversation = conversation("Kept", 0);
        var question = Message.question(Optional.empty(), "Q", NOON);
        var answer = Message.emptyAnswer(question, MessageOrigin.model("m"), NOON);
        history.add(conversation, List.of(question, answer));
        history.save(answer.ended(MessageStatus.FAILED, Optional.empty(), Optional.empty()));
        change(
                "UPDATE message SET options = ?1, parts = ?2, failure_kind = 'asteroid',"
                        + " failure_detail = 'large' WHERE parent = 1",
                IN_FORCE,
                PARTS);

        var loaded = branch(conversation).getLast();
        assertEquals("A", loaded.content());
        assertEquals(Optional.empty(), loaded.failure());
        assertEquals(7, loaded.origin().options().orElseThrow().value(SamplingOptions.TOP_K));
        history.save(loaded);

        assertSame(IN_FORCE, text("SELECT options FROM message WHERE parent = 1"));
        var failure = "SELECT failure_kind || failure_detail FROM message WHERE parent = 1";
        assertEquals("asteroidlarge", text(failure));
        assertSame(PARTS, text("SELECT parts FROM message WHERE parent = 1"));
        assertEquals(loaded, branch(conversation).getLast());
    }

    @Test
    void jsonThatIsNoneIsADamage() {
        var conversation = conversation("Kept", 0);
        kept(conversation, Message.question(Optional.empty(), "Q", NOON));
        change("UPDATE message SET parts = ?", "[{]");
        var error = assertThrows(HistoryException.class, () -> history.tree(conversation.id()));
        assertEquals(new HistoryFailure.Damaged(file(), Damage.UNKNOWN_VALUE), error.failure());
    }

    private void change(String sql, Object... values) {
        try (var other = Database.open(file(), Schema.released())) {
            other.write(connection -> Sql.update(connection, sql, values));
        }
    }

    private String text(String sql) {
        try (var other = Database.open(file(), Schema.released())) {
            return other.read(
                    connection -> Sql.first(connection, ResultRow::text, sql).orElseThrow());
        }
    }

    private void assertSame(String expected, String actual) {
        assertEquals(mapper.readTree(expected), mapper.readTree(actual), actual);
    }
}
