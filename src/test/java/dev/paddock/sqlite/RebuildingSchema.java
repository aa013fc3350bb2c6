package dev.paddock.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** Version 1 and, after it, what steps can do: rebuild a table others refer to, and fill. */
final class RebuildingSchema {
    static final int PORTION = 50;

    static final String REBUILD =
            """
            ALTER TABLE message ADD COLUMN deleted_at INTEGER;
            CREATE TABLE filled (key INTEGER PRIMARY KEY) STRICT;
            CREATE TABLE rebuilt (
                key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, title TEXT NOT NULL,
                deleted_at INTEGER);
            INSERT INTO rebuilt SELECT key, id, title, deleted_at FROM conversation;
            DROP TABLE conversation;
            ALTER TABLE rebuilt RENAME TO conversation;
            """;

    private static final String NEXT =
            "SELECT max(key) FROM (SELECT key FROM message WHERE key > ? ORDER BY key LIMIT ?)";

    private RebuildingSchema() {}

    /**
     * @param portion told before each portion, with the key it goes on after
     */
    static Schema of(LongConsumer portion) throws Exception {
        return new Schema(List.of(one(), Step.sql(REBUILD).then(fill(portion))));
    }

    static Step one() throws Exception {
        return Step.sql(VersionOne.script());
    }

    /** Fails when it comes to a message a second time. */
    private static Fill fill(LongConsumer portion) {
        return (connection, after) -> {
            portion.accept(after);
            return filled(connection, after);
        };
    }

    private static OptionalLong filled(Connection connection, long after) throws SQLException {
        long last = Sql.number(connection, NEXT, after, PORTION);
        if (last == 0) {
            return OptionalLong.empty();
        }
        var sql = "INSERT INTO filled SELECT key FROM message WHERE key > ? AND key <= ?";
        Sql.update(connection, sql, after, last);
        return OptionalLong.of(last);
    }
}
