package dev.paddock.sqlite;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Opens a history with the steps of {@link RebuildingSchema}, and stands still for good when it
 * reaches the stage it is told, or the n-th portion of its fill. Prints that it is there.
 */
final class StoppingMigration {
    private final String where;
    private int portions;

    private StoppingMigration(String where) {
        this.where = where;
    }

    static void main(String[] args) throws Exception {
        var migration = new StoppingMigration(args[1]);
        var schema = RebuildingSchema.of(_ -> migration.reached("PORTION" + ++migration.portions));
        var database =
                Database.open(Path.of(args[0]), schema, stage -> migration.reached(stage.name()));
        var history = new SqliteHistory(database, schema);
        new CountDownLatch(1).await();
        history.close();
    }

    private void reached(String place) {
        if (place.equals(where)) {
            System.out.println(place);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
