package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;

import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One file with one connection that writes and one that reads, so that reading never waits for a
 * write. A change is on the disk when {@link #write} returns, also after a loss of power.
 */
final class Database implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final Connection writer;
    private final Connection reader;

    /** Fair: a long fill takes it again and again. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private final ReentrantLock reading = new ReentrantLock();

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Work on a connection without a result. */
    interface Change {
        void on(Connection connection) throws SQLException;
    }

    private Database(Path file, Connection writer, Connection reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
    }

    /** Opens the file, makes it where there is none, and brings it up to date. */
    static Database open(Path path, Schema schema) {
        return open(path, schema, _ -> {});
    }

    /**
     * @param reached told how far bringing it up to date is
     */
    static Database open(Path path, Schema schema, Consumer<Migration.Stage> reached) {
        var file = path.toAbsolutePath();
        make(file);
        try {
            var writer = connect(file);
            try {
                prepare(writer, file, schema, new Migration(file, schema, reached));
                return new Database(file, writer, reader(file));
            } catch (SQLException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Errors.of(e, file);
        }
    }

    Path file() {
        return file;
    }

    /** What was kept of the file when it was brought up to date. */
    Copies copies() {
        return new Copies(file);
    }

    /** Runs {@code work} beside any write under way; all of it sees the same state. */
    <T> T read(Work<T> work) {
        return locked(
                reading,
                () -> {
                    Sql.script(reader, "BEGIN");
                    try {
                        return work.on(reader);
                    } finally {
                        Sql.script(reader, "COMMIT");
                    }
                });
    }

    /** Commits all of {@code change} or none of it. */
    void write(Change change) {
        this.<Boolean>change(
                connection -> {
                    change.on(connection);
                    return true;
                });
    }

    /** As {@link #write}, with a result. */
    <T> T change(Work<T> work) {
        return locked(writing, () -> inTransaction(writer, work));
    }

    /** Runs {@code work} alone, with neither a reader nor a writer beside it. */
    void alone(Change work) {
        this.<Boolean>locked(
                writing,
                () ->
                        locked(
                                reading,
                                () -> {
                                    work.on(writer);
                                    return true;
                                }));
    }

    @Override
    public void close() {
        alone(
                connection -> {
                    reader.close();
                    connection.close();
                });
    }

    private static void make(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.notExists(file)) {
                OwnerOnly.create(file);
            }
        } catch (IOException e) {
            throw Errors.of(e, file);
        }
    }

    /** Writes nothing into a file that is up to date, so that it opens on a full disk too. */
    private static void prepare(Connection writer, Path file, Schema schema, Migration migration)
            throws SQLException {
        schema.check(writer, file);
        int version = Schema.version(writer);
        if (version == 0) {
            Sql.script(writer, "PRAGMA auto_vacuum = INCREMENTAL");
        }
        Sql.script(writer, "PRAGMA journal_mode = WAL");
        Sql.script(writer, "PRAGMA synchronous = FULL");
        Sql.script(writer, "PRAGMA foreign_keys = ON");
        Sql.script(writer, "PRAGMA secure_delete = ON");
        if (version < schema.steps().size()) {
            migration.run(writer);
        }
    }

    private static Connection reader(Path file) throws SQLException {
        var reader = connect(file);
        Sql.script(reader, "PRAGMA query_only = ON");
        return reader;
    }

    /** As a URI, because the driver takes a question mark in a plain path for options. */
    static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        return JDBC.createConnection("jdbc:sqlite:" + file.toUri(), config.toProperties());
    }

    static void transaction(Connection connection, Change change) throws SQLException {
        Database.<Boolean>inTransaction(
                connection,
                same -> {
                    change.on(same);
                    return true;
                });
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        Sql.script(connection, "BEGIN IMMEDIATE");
        try {
            var result = work.on(connection);
            Sql.script(connection, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /** SQLite has already rolled back by itself after some errors, a full disk among them. */
    private static void rollBack(Connection connection, Exception cause) {
        try {
            Sql.script(connection, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private interface Step<T> {
        T run() throws SQLException;
    }

    private <T> T locked(ReentrantLock lock, Step<T> step) {
        acquire(lock);
        try {
            return step.run();
        } catch (SQLException e) {
            throw Errors.of(e, file);
        } finally {
            lock.unlock();
        }
    }

    private void acquire(ReentrantLock lock) {
        try {
            if (lock.tryLock(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new HistoryException(new HistoryFailure.InUse(file));
    }
}
