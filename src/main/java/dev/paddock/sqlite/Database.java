package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryIncident;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One file with one connection that writes and one that reads, so that reading never waits for a
 * write. A change is on the disk when {@link #write} returns, also after a loss of power, and the
 * file is where it belongs: if it was taken away meanwhile, it is written anew. Whoever waits has
 * its turn.
 */
final class Database implements AutoCloseable {
    private final Path file;
    private final Schema schema;
    private final Consumer<HistoryIncident> incidents;
    private final Optional<PlaceWatch> watch;

    /** Replaced with both locks held. */
    private volatile OpenFile open;

    /** What was told last about a file that is away; guarded by {@link #writing}. */
    private Optional<HistoryFailure> adrift = Optional.empty();

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

    private Database(Path file, Schema schema, OpenFile open, Consumer<HistoryIncident> incidents) {
        this.file = file;
        this.schema = schema;
        this.open = open;
        this.incidents = incidents;
        this.watch = watch();
    }

    /** Opens the file, makes it where there is none, and brings it up to date. */
    static Database open(Path path, Schema schema) {
        return open(path, schema, _ -> {}, _ -> {});
    }

    /**
     * @param reached told how far bringing it up to date is
     */
    static Database open(Path path, Schema schema, Consumer<Migration.Stage> reached) {
        return open(path, schema, reached, _ -> {});
    }

    /**
     * @param incidents told what happens to the file while it is open, on any thread
     */
    static Database open(
            Path path,
            Schema schema,
            Consumer<Migration.Stage> reached,
            Consumer<HistoryIncident> incidents) {
        var file = path.toAbsolutePath();
        try {
            return new Database(file, schema, OpenFile.open(file, schema, reached), incidents);
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
                    var reader = open.reader();
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
        return locked(
                writing,
                () -> {
                    comeBack();
                    return inTransaction(open.writer(), work);
                });
    }

    /**
     * Makes sure that the file is where it belongs, as each change does.
     *
     * @throws HistoryException when it was taken away and cannot be written anew
     */
    void keepInPlace() {
        var why =
                locked(
                        writing,
                        () -> {
                            comeBack();
                            return adrift;
                        });
        if (why.isPresent()) {
            throw new HistoryException(why.get());
        }
    }

    /** Runs {@code work} alone, with neither a reader nor a writer beside it. */
    void alone(Change work) {
        this.<Boolean>locked(
                writing,
                () ->
                        locked(
                                reading,
                                () -> {
                                    work.on(open.writer());
                                    open.shrunk();
                                    return true;
                                }));
    }

    @Override
    public void close() {
        watch.ifPresent(PlaceWatch::close);
        this.<Boolean>locked(
                writing,
                () -> {
                    comeBack();
                    return locked(
                            reading,
                            () -> {
                                open.close();
                                return true;
                            });
                });
    }

    private Optional<PlaceWatch> watch() {
        try {
            return Optional.of(new PlaceWatch(file, this::lookAfter));
        } catch (IOException none) {
            // Each change looks for itself.
            return Optional.empty();
        }
    }

    /** Something happened to the file or beside it. */
    private void lookAfter() {
        try {
            boolean cut =
                    locked(
                            writing,
                            () -> {
                                comeBack();
                                boolean shorter = open.cut();
                                open.shrunk();
                                return shorter;
                            });
            if (cut) {
                incidents.accept(
                        new HistoryIncident.Broken(
                                new HistoryFailure.Damaged(file, HistoryFailure.Damage.BROKEN),
                                Instant.now()));
            }
        } catch (HistoryException busy) {
            // The next change looks again.
        }
    }

    /** With {@link #writing} held. What fails is told, and the old file is used meanwhile. */
    private void comeBack() throws SQLException {
        if (open.closed()) {
            locked(reading, this::reopened);
        }
        if (open.inPlace()) {
            adrift = Optional.empty();
            return;
        }
        var now = Instant.now();
        try {
            var found = locked(reading, this::revived);
            adrift = Optional.empty();
            incidents.accept(
                    found.<HistoryIncident>map(it -> new HistoryIncident.Displaced(file, now, it))
                            .orElseGet(() -> new HistoryIncident.Rewritten(file, now)));
        } catch (HistoryException refused) {
            boolean told = adrift.isPresent();
            adrift = Optional.of(refused.failure());
            if (!told) {
                incidents.accept(new HistoryIncident.Adrift(file, now, refused.failure()));
            }
        }
    }

    /** Coming back failed half way. */
    private boolean reopened() throws SQLException {
        new Revival(file).finish();
        open = OpenFile.open(file, schema, _ -> {});
        return true;
    }

    private Optional<Path> revived() throws SQLException {
        var found = new Revival(file).run(open);
        open = OpenFile.open(file, schema, _ -> {});
        return found;
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
            if (lock.tryLock(2 * OpenFile.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new HistoryException(new HistoryFailure.InUse(file));
    }
}
