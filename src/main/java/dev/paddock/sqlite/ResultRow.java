package dev.paddock.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The columns of one row, each read once and in the order of the SELECT: the driver looks names up
 * for every value, which took longer than reading it.
 */
final class ResultRow {
    private final ResultSet row;
    private int column;

    ResultRow(ResultSet row) {
        this.row = row;
    }

    String text() throws SQLException {
        return optionalText().orElseThrow();
    }

    /** By the driver's bytes: its own text is decoded char by char, at several times the cost. */
    Optional<String> optionalText() throws SQLException {
        return utf8().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The text as UTF-8, which is what JSON is read from. */
    Optional<byte[]> utf8() throws SQLException {
        return Optional.ofNullable(row.getBytes(++column));
    }

    /** Skips the column unless it is {@code given}. */
    Optional<String> textIf(boolean given) throws SQLException {
        if (given) {
            return optionalText();
        }
        column++;
        return Optional.empty();
    }

    /** Skips the column unless it is {@code given}. */
    Optional<byte[]> utf8If(boolean given) throws SQLException {
        if (given) {
            return utf8();
        }
        column++;
        return Optional.empty();
    }

    int integer() throws SQLException {
        return row.getInt(++column);
    }

    long whole() throws SQLException {
        return row.getLong(++column);
    }

    double real() throws SQLException {
        return row.getDouble(++column);
    }

    Instant time() throws SQLException {
        return Instant.ofEpochMilli(whole());
    }

    UUID id() throws SQLException {
        return Sql.uuid(row.getBytes(++column));
    }

    Optional<UUID> optionalId() throws SQLException {
        return Optional.ofNullable(row.getBytes(++column)).map(Sql::uuid);
    }

    void skip(int columns) {
        column += columns;
    }
}
