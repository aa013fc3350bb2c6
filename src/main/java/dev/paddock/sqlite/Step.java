package dev.paddock.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Leads from one version of the file to the next, in SQL or in Java. Runs within a transaction,
 * with foreign keys off. Once released it is never changed.
 *
 * @param fill what may follow later, beside the ordinary work
 */
record Step(Body body, Optional<Fill> fill) {
    /** The change itself. */
    @FunctionalInterface
    interface Body {
        void change(Connection connection) throws SQLException;
    }

    static Step sql(String script) {
        return new Step(connection -> Sql.script(connection, script), Optional.empty());
    }

    static Step java(Body body) {
        return new Step(body, Optional.empty());
    }

    Step then(Fill later) {
        return new Step(body, Optional.of(later));
    }
}
