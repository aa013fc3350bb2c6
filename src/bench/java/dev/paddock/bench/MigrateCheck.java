package dev.paddock.bench;

import org.sqlite.JDBC;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * What became of a history of version 1.
 *
 * @param lost conversations and messages that are not there, or not what they were
 * @param damaged files, the copy among them, that SQLite finds a fault with
 * @param copies 1 when the copy has all that the original has
 */
record MigrateCheck(long lost, long damaged, long copies) {
    private static final String CONVERSATIONS =
            """
            SELECT count(*) FROM original.conversation o LEFT JOIN main.conversation n USING (key)
            WHERE n.id IS NOT o.id OR n.title IS NOT o.title
                OR n.title_chosen IS NOT o.title_chosen OR n.system_prompt IS NOT o.system_prompt
                OR n.options ->> 'maxTokens' IS NOT o.max_tokens
                OR n.created IS NOT o.created OR n.updated IS NOT o.updated
                OR n.leaf IS NOT (SELECT max(key) FROM original.message WHERE conversation = o.key)
            """;

    private static final String MESSAGES =
            """
            SELECT count(*) FROM original.message o LEFT JOIN main.message n USING (key)
            WHERE n.id IS NOT o.id OR n.conversation IS NOT o.conversation
                OR n.parent IS NOT o.parent OR n.role IS NOT o.role OR n.status IS NOT o.status
                OR n.created IS NOT o.created OR n.model IS NOT o.model
                OR n.total_millis IS NOT o.total_millis OR n.failure_kind IS NOT o.failure_kind
                OR n.parts IS NOT NULL
                OR n.content IS NOT o.content OR n.reasoning IS NOT o.reasoning
            """;

    private static final String COPIED =
            """
            SELECT count(*) FROM original.message o LEFT JOIN main.message n USING (key)
            WHERE n.id IS NOT o.id OR n.content IS NOT o.content
                OR n.reasoning IS NOT o.reasoning OR n.parent IS NOT o.parent
            """;

    static MigrateCheck of(Path file, Path original) throws SQLException {
        long lost;
        long damaged;
        try (var connection = open(file, original)) {
            lost = number(connection, CONVERSATIONS) + number(connection, MESSAGES);
            damaged = damage(connection);
        }
        var copy = file.resolveSibling(file.getFileName() + ".v1.bak");
        if (Files.notExists(copy)) {
            return new MigrateCheck(lost, damaged, 0);
        }
        try (var connection = open(copy, original)) {
            boolean whole = number(connection, COPIED) == 0;
            return new MigrateCheck(lost, damaged + damage(connection), whole ? 1 : 0);
        }
    }

    private static Connection open(Path file, Path original) throws SQLException {
        var connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
        try (var attach = connection.prepareStatement("ATTACH ? AS original")) {
            attach.setString(1, original.toString());
            attach.executeUpdate();
        }
        return connection;
    }

    private static long damage(Connection connection) throws SQLException {
        var sql = "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'";
        return number(connection, sql) > 0 ? 1 : 0;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getLong(1);
        }
    }
}
