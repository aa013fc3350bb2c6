package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.chat.HistoryFailure.TooNew;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that lead from an empty file to today's tables. The n-th step makes version n; a step
 * that was released is never changed.
 *
 * @param steps oldest first
 */
record Schema(List<Step> steps) {
    /** Marks the file as ours: "Pddk" in ASCII. */
    static final int APPLICATION_ID = 0x5064646b;

    private static final List<String> RELEASED =
            List.of(
                    "1-conversations-and-messages.sql",
                    "2-tree-of-parts.sql",
                    "3-ends-of-answers.sql",
                    "4-versions.sql");

    Schema {
        steps = List.copyOf(steps);
    }

    static Schema released() {
        var steps = new ArrayList<>(RELEASED.stream().map(Schema::script).map(Step::sql).toList());
        steps.add(search());
        return new Schema(steps);
    }

    /** Titles are compared in another way from here on. */
    private static Step search() {
        var tables = script("5-search.sql");
        return Step.java(
                        connection -> {
                            Sql.script(connection, tables);
                            SearchIndex.titles(connection);
                        })
                .then(SearchIndex::fill);
    }

    /** 0 for an empty file. */
    static int version(Connection connection) throws SQLException {
        return Math.toIntExact(Sql.number(connection, "PRAGMA user_version"));
    }

    /**
     * Reads only.
     *
     * @param file behind the connection
     * @throws HistoryException when it is somebody else's or newer than this Paddock
     */
    void check(Connection connection, Path file) throws SQLException {
        long application = Sql.number(connection, "PRAGMA application_id");
        int version = version(connection);
        boolean empty = Sql.number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (application != APPLICATION_ID && !(empty && application == 0)) {
            throw new HistoryException(new Damaged(file, Damage.NOT_A_HISTORY));
        }
        if (version > steps.size()) {
            var newest = steps.size();
            throw new HistoryException(new TooNew(file, version, newest, Writer.of(connection)));
        }
    }

    /** Takes the missing steps. Runs within a transaction. */
    void migrate(Connection connection) throws SQLException {
        int version = version(connection);
        for (Step step : steps.subList(version, steps.size())) {
            step.body().change(connection);
        }
        if (version < steps.size()) {
            Sql.script(connection, "PRAGMA application_id = " + APPLICATION_ID);
            Sql.script(connection, "PRAGMA user_version = " + steps.size());
        }
    }

    private static String script(String name) {
        try (var in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
