package dev.paddock.bench;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.sqlite.SqliteHistory;
import dev.paddock.sqlite.VersionOne;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Histories of version 1 brought up to date: {@code [POINTS]}. An empty one, one of 2,000
 * conversations of 50 messages, a damaged one, and the second again and again, killed at POINTS
 * moments spread over the time it takes and opened again.
 */
final class MigrateBench {
    private static final int POINTS = 50;
    private static final int CONVERSATIONS = 2000;
    private static final int MESSAGES = 50;
    private static final int PAGE = 4096;
    private static final Path FOLDER = Path.of("target", "bench", "migrate");
    private static final Path FILE = FOLDER.resolve("history.db");

    private MigrateBench() {}

    static void main(String[] args) throws Exception {
        int points = args.length > 0 ? Integer.parseInt(args[0]) : POINTS;
        var empty = version1("empty", 0, 0);
        var full = version1("full", CONVERSATIONS, MESSAGES);
        whole("empty", empty);
        double millis = whole("full", full);
        Figures.print("migrate.full.time", millis, "ms");
        Figures.print("migrate.full.file", Files.size(full) / 1e6, "MB");
        damaged(full);
        killed(full, points);
        clear();
    }

    /** Made once, so that a run that goes on compares with the same messages. */
    private static Path version1(String name, int conversations, int messages) throws Exception {
        var file = FOLDER.resolve(name + ".v1");
        if (Files.notExists(file)) {
            var part = FOLDER.resolve(name + ".part");
            Files.deleteIfExists(part);
            VersionOne.make(part, conversations, messages);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /**
     * @return how long opening it took, in ms
     */
    private static double whole(String name, Path original) throws Exception {
        put(original);
        long start = System.nanoTime();
        SqliteHistory.open(FILE).close();
        double millis = (System.nanoTime() - start) / 1e6;
        var check = MigrateCheck.of(FILE, original);
        Figures.print("migrate." + name + ".lost", check.lost(), "", Goal.exactly(0));
        Figures.print("migrate." + name + ".damage", check.damaged(), "", Goal.exactly(0));
        Figures.print("migrate." + name + ".copies.kept", check.copies(), "", Goal.exactly(1));
        return millis;
    }

    /** Refused by its name, and not a byte of it changed: an earlier Paddock still reads it. */
    private static void damaged(Path original) throws Exception {
        put(original);
        var bytes = Files.readAllBytes(FILE);
        int page = bytes.length / PAGE / 2;
        Arrays.fill(bytes, page * PAGE, (page + 2) * PAGE, (byte) 0xee);
        Files.write(FILE, bytes);
        int refused = 0;
        try {
            SqliteHistory.open(FILE).close();
        } catch (HistoryException e) {
            refused = e.failure() instanceof Damaged ? 1 : 0;
        }
        boolean same = Arrays.equals(bytes, Files.readAllBytes(FILE));
        Figures.print("migrate.damaged.refused", refused, "", Goal.exactly(1));
        Figures.print("migrate.damaged.changed", same ? 0 : 1, "", Goal.exactly(0));
    }

    private static void killed(Path original, int points) throws Exception {
        var rounds = Rounds.open("migrate", points);
        put(original);
        double whole = kill(Double.POSITIVE_INFINITY);
        while (rounds.count() < points) {
            put(original);
            double after = kill(whole * (rounds.count() + 0.5) / points);
            SqliteHistory.open(FILE).close();
            var check = MigrateCheck.of(FILE, original);
            rounds.add(after, check.lost(), check.damaged(), check.copies());
            System.out.printf("killed after %.0f ms: %s%n", after, check);
        }
        Figures.print("migrate.killed.points", rounds.count(), "");
        Figures.print("migrate.killed.lost", sum(rounds, 1), "", Goal.exactly(0));
        Figures.print("migrate.killed.damage", sum(rounds, 2), "", Goal.exactly(0));
        Figures.print("migrate.killed.copies.kept", sum(rounds, 3), "", Goal.exactly(points));
        rounds.finish();
    }

    private static double sum(Rounds rounds, int column) {
        return rounds.column(column).stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Kills a process that opens the file so many ms after it began.
     *
     * @return when it was killed, or had ended before
     */
    private static double kill(double afterMillis) throws Exception {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MigrateChild.class.getName(),
                        FILE.toString());
        var child =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = child.inputReader()) {
            if (!MigrateChild.OPENING.equals(lines.readLine())) {
                throw new IllegalStateException("The child did not start");
            }
            long start = System.nanoTime();
            if (afterMillis == Double.POSITIVE_INFINITY) {
                lines.readLine();
            } else {
                child.waitFor((long) (afterMillis * 1e6), TimeUnit.NANOSECONDS);
            }
            double millis = (System.nanoTime() - start) / 1e6;
            child.destroyForcibly().waitFor();
            return millis;
        }
    }

    private static void put(Path original) throws IOException {
        clear();
        Files.copy(original, FILE);
    }

    private static void clear() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (var one : files.toList()) {
                if (one.getFileName().toString().startsWith(FILE.getFileName().toString())) {
                    Files.delete(one);
                }
            }
        }
    }
}
