package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFailure.Damaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Copies of a history, one for each day it was used: {@code backups/history-2026-11-30.db} beside
 * {@code history.db}. The newest {@value #KEPT} are kept. Blocks on the disk, on a connection of
 * its own, so that nobody waits.
 */
final class Backups {
    static final int KEPT = 7;

    private static final Pattern NAME = Pattern.compile("history-(\\d{4}-\\d\\d-\\d\\d)\\.db");

    private final Path file;
    private final Path folder;

    /**
     * @param file the history, absolute
     */
    Backups(Path file) {
        this.file = file;
        this.folder = file.resolveSibling("backups");
    }

    /**
     * Makes that of {@code day} unless it is there, or there is nothing to keep. A history that
     * contradicts itself is not copied: an older copy is worth more.
     *
     * @return whether there is one of that day now
     * @throws HistoryException when it cannot be made, or the history is damaged
     */
    boolean make(LocalDate day) {
        var copy = folder.resolve("history-" + day + ".db");
        if (Files.exists(copy)) {
            return true;
        }
        try (var connection = OpenFile.connect(file)) {
            if (conversations(connection) > 0) {
                check(connection, file);
                OwnerOnly.folder(folder);
                Copies.copy(connection, copy);
                dropOld(day);
            }
            return Files.exists(copy);
        } catch (SQLException e) {
            throw Errors.of(e, file);
        } catch (IOException e) {
            throw Errors.of(e, copy);
        }
    }

    /**
     * Those of later days, by a clock that was wrong once, and what cannot be used count for none.
     */
    private void dropOld(LocalDate day) {
        all().stream()
                .filter(one -> !day(one).orElseThrow().isAfter(day))
                .filter(Backups::usable)
                .skip(KEPT)
                .forEach(Backups::delete);
    }

    private static boolean usable(Path copy) {
        try (var connection = OpenFile.connect(copy)) {
            return conversations(connection) > 0;
        } catch (SQLException unusable) {
            return false;
        }
    }

    /** The day whose copy it is, by its name. */
    static Optional<LocalDate> day(Path copy) {
        var name = NAME.matcher(copy.getFileName().toString());
        try {
            return name.matches() ? Optional.of(LocalDate.parse(name.group(1))) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Newest first. */
    List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var inside = Files.list(folder)) {
            return inside.filter(Files::isRegularFile)
                    .filter(one -> day(one).isPresent())
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        } catch (IOException e) {
            throw Errors.of(e, folder);
        }
    }

    /** Reads all of it, a second or so for 500 MB; throws when it contradicts itself. */
    static void check(Connection connection, Path file) throws SQLException {
        if (!whole(connection)) {
            throw new HistoryException(new Damaged(file, Damage.BROKEN));
        }
    }

    static boolean whole(Connection connection) throws SQLException {
        return Sql.first(connection, ResultRow::text, "PRAGMA quick_check(1)")
                .filter("ok"::equals)
                .isPresent();
    }

    static int conversations(Connection connection) throws SQLException {
        var sql = "SELECT count(*) FROM conversation WHERE deleted_at IS NULL";
        return Math.toIntExact(Sql.number(connection, sql));
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw Errors.of(e, copy);
        }
    }
}
