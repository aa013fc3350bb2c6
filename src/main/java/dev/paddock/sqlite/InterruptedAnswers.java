package dev.paddock.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/** Answers that were being received when the app ended. */
final class InterruptedAnswers {
    private static final String STREAMING =
            """
            SELECT p.id, %s
            FROM message m LEFT JOIN message p ON p.key = m.parent
            WHERE m.status = 'STREAMING' AND m.deleted_at IS NULL
            """
                    .formatted(Rows.MESSAGE);

    private InterruptedAnswers() {}

    /** Marks them, with what there is of them. Runs within a transaction. */
    static void close(Connection connection) throws SQLException {
        for (var message : Sql.list(connection, WholeConversations::message, STREAMING)) {
            Writes.save(connection, message);
        }
    }
}
