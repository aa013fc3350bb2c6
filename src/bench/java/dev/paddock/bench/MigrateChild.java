package dev.paddock.bench;

import dev.paddock.sqlite.SqliteHistory;

import java.nio.file.Path;

/** Opens a history, as the app does, and says when it begins and when it has ended. */
final class MigrateChild {
    static final String OPENING = "opening";
    static final String OPENED = "opened";

    private MigrateChild() {}

    static void main(String[] args) {
        System.out.println(OPENING);
        SqliteHistory.open(Path.of(args[0])).close();
        System.out.println(OPENED);
    }
}
