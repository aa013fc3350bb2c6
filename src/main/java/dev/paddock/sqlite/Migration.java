package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings a file up to date so that nothing can be lost: what is damaged is left alone, a copy is
 * made first, all steps are one transaction, and that is committed only when no row is missing and
 * every reference still leads somewhere. Whenever it is killed, the next opening begins again.
 */
final class Migration {
    private static final String VIOLATIONS = "SELECT count(*) FROM pragma_foreign_key_check";
    private static final String TABLES =
            """
            SELECT name FROM sqlite_schema
            WHERE type = 'table' AND name IN ('conversation', 'message')
            """;

    private final Path file;
    private final Schema schema;
    private final Copies copies;
    private final Consumer<Stage> reached;

    /** How far it is. */
    enum Stage {
        CHECKED,
        COPIED,
        BEGUN,
        STEPS_TAKEN,
        COUNTED,
        COMMITTED
    }

    /**
     * @param file absolute
     * @param reached told on the migrating thread
     */
    Migration(Path file, Schema schema, Consumer<Stage> reached) {
        this.file = file;
        this.schema = schema;
        this.copies = new Copies(file);
        this.reached = reached;
    }

    /**
     * Takes the missing steps. Blocks, for a second or more per 100 MB.
     *
     * @throws HistoryException or SQLException when that cannot be done; the file is as it was then
     */
    void run(Connection connection) throws SQLException {
        int version = Schema.version(connection);
        if (version > 0) {
            check(connection);
            copies.make(connection, version);
            reached.accept(Stage.COPIED);
        }
        try {
            steps(connection);
        } catch (SQLException e) {
            giveBackSpace(Errors.of(e, copies.of(version)), version);
            throw e;
        }
        reached.accept(Stage.COMMITTED);
        if (version > 0) {
            tidy(connection);
        }
    }

    /** What is committed stays so, whether the log can be emptied now or later. */
    private void tidy(Connection connection) {
        try {
            Sql.script(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            copies.dropOld();
        } catch (SQLException | HistoryException later) {
            // A full disk, say: SQLite empties the log by itself as soon as it can.
        }
    }

    private void check(Connection connection) throws SQLException {
        var first =
                Sql.first(connection, ResultRow::text, "PRAGMA integrity_check(1)").orElseThrow();
        if (!first.equals("ok")) {
            throw new HistoryException(new HistoryFailure.Damaged(file, Damage.BROKEN));
        }
        reached.accept(Stage.CHECKED);
    }

    /** Foreign keys are off because dropping a table would delete all that refers to it. */
    private void steps(Connection connection) throws SQLException {
        Sql.script(connection, "PRAGMA foreign_keys = OFF");
        try {
            Database.transaction(connection, this::change);
        } finally {
            Sql.script(connection, "PRAGMA foreign_keys = ON");
        }
    }

    private void change(Connection connection) throws SQLException {
        reached.accept(Stage.BEGUN);
        int version = Schema.version(connection);
        var before = counts(connection);
        long violations = Sql.number(connection, VIOLATIONS);
        schema.migrate(connection);
        Writer.note(connection);
        if (version > 0) {
            new Fills(schema.steps()).note(connection, version);
        }
        reached.accept(Stage.STEPS_TAKEN);
        var after = counts(connection);
        for (var table : before.entrySet()) {
            long rows = after.getOrDefault(table.getKey(), 0L);
            if (rows < table.getValue()) {
                throw new HistoryException(new HistoryFailure.WouldLose(file));
            }
        }
        if (Sql.number(connection, VIOLATIONS) > violations) {
            throw new HistoryException(new HistoryFailure.WouldLose(file));
        }
        reached.accept(Stage.COUNTED);
    }

    private static Map<String, Long> counts(Connection connection) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : Sql.list(connection, ResultRow::text, TABLES)) {
            counts.put(table, Sql.number(connection, "SELECT count(*) FROM " + table));
        }
        return counts;
    }

    /** The file was rolled back, so that on a full disk its copy only stands in the way. */
    private void giveBackSpace(HistoryException why, int version) {
        if (version > 0 && why.failure() instanceof HistoryFailure.DiskFull) {
            copies.drop(version);
        }
    }
}
