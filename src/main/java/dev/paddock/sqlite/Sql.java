package dev.paddock.sqlite;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Short hand for statements. */
final class Sql {
    private Sql() {}

    /** Makes one value of a row. */
    interface RowReader<T> {
        T read(ResultRow row) throws SQLException;
    }

    /** Runs all statements of {@code text}. */
    static void script(Connection connection, String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(text);
        }
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Runs {@code sql} with each of {@code keys}. */
    static void updateEach(Connection connection, String sql, List<Long> keys) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (long key : keys) {
                statement.setLong(1, key);
                statement.executeUpdate();
            }
        }
    }

    static <T> List<T> list(
            Connection connection, RowReader<T> reader, String sql, Object... values)
            throws SQLException {
        try (var statement = prepare(connection, sql, values);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(new ResultRow(rows)));
            }
            return List.copyOf(found);
        }
    }

    /** Empty as soon as {@code reader} makes nothing of a row. */
    static <T> Optional<List<T>> listWhile(
            Connection connection, RowReader<Optional<T>> reader, String sql, Object... values)
            throws SQLException {
        try (var statement = prepare(connection, sql, values);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                var next = reader.read(new ResultRow(rows));
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                found.add(next.get());
            }
            return Optional.of(List.copyOf(found));
        }
    }

    /** Looks at the rows one by one, as long as it is wanted; those that follow are not read. */
    static void each(Connection connection, RowReader<Boolean> more, String sql, Object... values)
            throws SQLException {
        try (var statement = prepare(connection, sql, values);
                var rows = statement.executeQuery()) {
            boolean wanted = true;
            while (wanted && rows.next()) {
                wanted = more.read(new ResultRow(rows));
            }
        }
    }

    static <T> Optional<T> first(
            Connection connection, RowReader<T> reader, String sql, Object... values)
            throws SQLException {
        return list(connection, reader, sql, values).stream().findFirst();
    }

    /** The one number that {@code sql} yields. */
    static long number(Connection connection, String sql, Object... values) throws SQLException {
        return first(connection, ResultRow::whole, sql, values).orElseThrow();
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value)
            throws SQLException {
        switch (value) {
            case Optional<?> optional when optional.isEmpty() ->
                    statement.setNull(index, Types.NULL);
            case Optional<?> optional -> bind(statement, index, optional.get());
            case Integer number -> statement.setInt(index, number);
            case Long number -> statement.setLong(index, number);
            case Double number -> statement.setDouble(index, number);
            case Boolean truth -> statement.setInt(index, truth ? 1 : 0);
            case String text -> statement.setString(index, text);
            case Enum<?> word -> statement.setString(index, word.name());
            case UUID id -> statement.setBytes(index, bytes(id));
            default -> throw new IllegalArgumentException("Cannot bind " + value.getClass());
        }
    }
}
