package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Brings a history up to date on a file system with ever more room, until there is enough. Prints
 * the kinds of refusals, how many there were, and what was wrong.
 */
final class FullDiskMigration {
    private static final int STEP = 64 * 1024;

    private FullDiskMigration() {}

    /**
     * @param args the history to copy, and a folder on the small file system
     */
    static void main(String[] args) throws Exception {
        var file = Path.of(args[1], "history.db");
        var filler = Path.of(args[1], "filler");
        var schema = RebuildingSchema.of(_ -> {});
        var kinds = new TreeSet<String>();
        int refusals = 0;
        boolean done = false;
        for (int spare = STEP; !done; spare += STEP) {
            Files.copy(Path.of(args[0]), file);
            var before = Files.readAllBytes(file);
            leave(filler, spare);
            try {
                Database.open(file, schema).close();
                done = true;
            } catch (HistoryException e) {
                kinds.add(e.failure().getClass().getSimpleName());
                refusals++;
                Files.delete(filler);
                check(file, before);
            }
        }
        try (var database = Database.open(file, schema)) {
            long messages = database.read(it -> Sql.number(it, "SELECT count(*) FROM message"));
            System.out.println(messages + " messages");
        }
        System.out.println(kinds + " " + (refusals > 8 ? "often" : "only " + refusals));
    }

    private static void leave(Path filler, int spare) throws Exception {
        Files.createFile(filler);
        long free = Files.getFileStore(filler).getUsableSpace();
        Files.write(filler, new byte[Math.toIntExact(Math.max(0, free - spare))]);
    }

    private static void check(Path file, byte[] before) throws Exception {
        if (!Arrays.equals(before, Files.readAllBytes(file))) {
            System.out.println("The file has changed");
        }
        try (var files = Files.list(file.getParent())) {
            var names = files.map(Path::getFileName).map(Path::toString).toList();
            if (!names.equals(List.of("history.db"))) {
                System.out.println("Left over: " + names);
            }
        }
        Files.delete(file);
    }
}
