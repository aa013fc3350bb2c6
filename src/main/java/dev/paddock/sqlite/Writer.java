package dev.paddock.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * Which Paddock brought the file to its present version, for an older one that cannot read it. It
 * belongs to no version of the tables, so that every Paddock finds it in the same place.
 */
final class Writer {
    private static final String VERSION = "/dev/paddock/version.properties";
    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS written_by (paddock TEXT NOT NULL) STRICT";
    private static final String EXISTS =
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'written_by'";
    private static final String READ = "SELECT paddock FROM written_by LIMIT 1";

    private Writer() {}

    /** Runs within the transaction of the steps. */
    static void note(Connection connection) throws SQLException {
        Sql.script(connection, TABLE);
        Sql.script(connection, "DELETE FROM written_by");
        Sql.update(connection, "INSERT INTO written_by (paddock) VALUES (?)", paddock());
    }

    private static String paddock() {
        try (var in = Writer.class.getResourceAsStream(VERSION)) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, VERSION));
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Optional<String> of(Connection connection) throws SQLException {
        return Sql.number(connection, EXISTS) == 0
                ? Optional.empty()
                : Sql.first(connection, ResultRow::text, READ);
    }
}
