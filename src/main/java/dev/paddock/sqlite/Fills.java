package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The fills that are still to be done, kept in the file until they are. */
final class Fills {
    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS pending_fill (
                version INTEGER PRIMARY KEY, -- the step it belongs to
                done INTEGER NOT NULL -- the key up to which it is done
            ) STRICT
            """;

    private static final String EXISTS =
            "SELECT count(*) FROM sqlite_schema WHERE name = 'pending_fill'";
    private static final String NEXT = "SELECT version, done FROM pending_fill ORDER BY version";
    private static final long NOTHING = -1;

    private final List<Step> steps;

    /** Of which step, and the key up to which it is done. */
    private record Pending(int version, long done) {}

    Fills(List<Step> steps) {
        this.steps = steps;
    }

    /** Notes those of the steps after {@code version}. */
    void note(Connection connection, int version) throws SQLException {
        for (int i = version; i < steps.size(); i++) {
            if (steps.get(i).fill().isPresent()) {
                Sql.script(connection, TABLE);
                var sql = "INSERT INTO pending_fill (version, done) VALUES (?, ?)";
                Sql.update(connection, sql, i + 1, NOTHING);
            }
        }
    }

    boolean pending(Connection connection) throws SQLException {
        return next(connection).isPresent();
    }

    /**
     * Does one portion, to be run in a transaction.
     *
     * @return whether there may be another
     */
    boolean portion(Connection connection) throws SQLException {
        var next = next(connection);
        if (next.isEmpty()) {
            return false;
        }
        int version = next.get().version();
        var fill = steps.get(version - 1).fill().orElseThrow();
        var done = fill.portion(connection, next.get().done());
        if (done.isPresent()) {
            var sql = "UPDATE pending_fill SET done = ? WHERE version = ?";
            Sql.update(connection, sql, done.getAsLong(), version);
        } else {
            Sql.update(connection, "DELETE FROM pending_fill WHERE version = ?", version);
        }
        return true;
    }

    /** Does all of them on a thread of its own; what fails is tried again at the next opening. */
    static Optional<Thread> start(Database database, Fills fills) {
        if (!database.read(fills::pending)) {
            return Optional.empty();
        }
        return Optional.of(
                Thread.ofPlatform()
                        .daemon()
                        .name("history-fill")
                        .start(() -> run(database, fills)));
    }

    private static void run(Database database, Fills fills) {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = database.change(fills::portion);
            }
        } catch (HistoryException tryAgainNextTime) {
            // The rest stays noted in the file.
        }
    }

    private static Optional<Pending> next(Connection connection) throws SQLException {
        if (Sql.number(connection, EXISTS) == 0) {
            return Optional.empty();
        }
        return Sql.first(connection, row -> new Pending(row.integer(), row.whole()), NEXT);
    }
}
