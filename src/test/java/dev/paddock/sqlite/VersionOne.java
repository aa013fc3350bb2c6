package dev.paddock.sqlite;

import org.sqlite.JDBC;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Files of version 1, with the statements of the Paddock that wrote them. {@code history-v1.db} was
 * written by that Paddock itself, with something of every kind in it.
 */
public final class VersionOne {
    private static final String CONVERSATIONS =
            """
            WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            INSERT INTO conversation (id, title, title_chosen, system_prompt, temperature, top_p,
                top_k, max_tokens, created, updated)
            SELECT randomblob(16), 'title ' || i, i % 2, iif(i % 3 = 0, 'Be brief.', ''),
                0.8, 0.95, 40, iif(i % 5 = 0, 512, NULL), i, i
            FROM n
            """;

    private static final String TITLES =
            "INSERT OR REPLACE INTO title_search (rowid, title) SELECT key, title FROM"
                    + " conversation";

    /** The messages of all conversations come in turn; each has the one before it as its parent. */
    private static final String MESSAGES =
            """
            WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1 * ?2)
            INSERT INTO message (id, conversation, parent, role, status, model, created,
                prompt_tokens, cached_tokens, completion_tokens, first_token_millis,
                tokens_per_second, total_millis,
                failure_kind, failure_detail, failure_number, failure_limit, reasoning, content)
            SELECT randomblob(16), 1 + i % ?1, iif(i < ?1, NULL, i + 1 - ?1),
                iif(i / ?1 % 2, 'ASSISTANT', 'USER'),
                iif(i % 97 = 0 AND i / ?1 % 2, 'INTERRUPTED', 'COMPLETE'),
                iif(i / ?1 % 2, 'model', NULL), i,
                a, a, a, a, iif(a IS NULL, NULL, a + 0.5), a,
                iif(i % 97 = 0 AND i / ?1 % 2, 'connection-lost', NULL), 'reset', 0, 0,
                iif(i % 11 = 0, 'thinking of ' || i, ''),
                format('%d "quoted" \\ 🦙 ', i) || replace(hex(zeroblob(i * 7 % 300)), '00', 'text ')
            FROM (SELECT i, iif(i / ?1 % 2, i % 1000, NULL) AS a FROM n)
            """;

    private VersionOne() {}

    /** The file that version 1 wrote itself. */
    static Path copyOfReal(Path file) throws Exception {
        try (var in = VersionOne.class.getResourceAsStream("history-v1.db")) {
            Files.copy(in, file);
        }
        return file;
    }

    /** A file with so many conversations of so many messages. */
    public static void make(Path file, int conversations, int messages) throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties())) {
            Sql.script(connection, "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL");
            Sql.script(connection, "PRAGMA synchronous = OFF; BEGIN");
            Sql.script(connection, script());
            Sql.script(connection, "PRAGMA application_id = " + 0x5064646b);
            Sql.script(connection, "PRAGMA user_version = 1");
            if (conversations > 0) {
                fill(connection, conversations, messages);
            }
            Sql.script(connection, "COMMIT");
        }
    }

    private static void fill(Connection connection, int conversations, int messages)
            throws SQLException {
        Sql.update(connection, CONVERSATIONS, conversations);
        Sql.update(connection, TITLES);
        if (messages > 0) {
            Sql.update(connection, MESSAGES, conversations, messages);
        }
    }

    /** Its tables; the step that makes them is never changed. */
    static String script() throws Exception {
        try (var in = Schema.class.getResourceAsStream("1-conversations-and-messages.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
