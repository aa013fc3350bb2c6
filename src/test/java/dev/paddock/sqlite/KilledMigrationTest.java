package dev.paddock.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Kills a process at every stage of bringing a history up to date, and opens the file again. */
@Timeout(120)
class KilledMigrationTest {
    private static final int CONVERSATIONS = 20;
    private static final int MESSAGES = 40;
    private static final int PORTIONS = CONVERSATIONS * MESSAGES / RebuildingSchema.PORTION + 1;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHECKED",
                "COPIED",
                "BEGUN",
                "STEPS_TAKEN",
                "COUNTED",
                "COMMITTED",
                "PORTION1",
                "PORTION2",
                "PORTION9"
            })
    void nothingIsLost(String where) throws Exception {
        var file = folder.resolve("history.db");
        VersionOne.make(file, CONVERSATIONS, MESSAGES);
        kill(file, where);

        int before = where.startsWith("PORTION") ? Integer.parseInt(where.substring(7)) - 1 : 0;
        var left = new CountDownLatch(PORTIONS - before);
        var schema = RebuildingSchema.of(_ -> left.countDown());
        try (var database = Database.open(file, schema)) {
            Fills.start(database, new Fills(schema.steps()));
            assertTrue(left.await(30, TimeUnit.SECONDS), "portions left: " + left.getCount());
            database.write(afterThePortion -> {});
            assertEquals(
                    CONVERSATIONS * MESSAGES, number(database, "SELECT count(*) FROM message"));
            assertEquals(CONVERSATIONS * MESSAGES, number(database, "SELECT count(*) FROM filled"));
            assertEquals(0, number(database, "SELECT count(*) FROM pending_fill"));
            assertEquals("ok", integrity(database));
        }
        var copy = folder.resolve("history.db.v1.bak");
        var one = new Schema(List.of(RebuildingSchema.one()));
        try (var kept = Database.open(copy, one)) {
            assertEquals(CONVERSATIONS * MESSAGES, number(kept, "SELECT count(*) FROM message"));
            assertEquals("ok", integrity(kept));
        }
        assertTrue(Files.notExists(folder.resolve("history.db.v1.bak.part")));
    }

    private static void kill(Path file, String where) throws Exception {
        var process = ChildJvm.start(List.of(), StoppingMigration.class, file.toString(), where);
        try (var lines = process.inputReader()) {
            assertEquals(where, lines.readLine());
            process.toHandle().destroyForcibly();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        }
    }

    private static long number(Database database, String sql) {
        return database.read(connection -> Sql.number(connection, sql));
    }

    private static String integrity(Database database) {
        return database.read(
                connection ->
                        Sql.first(connection, ResultRow::text, "PRAGMA integrity_check")
                                .orElseThrow());
    }
}
