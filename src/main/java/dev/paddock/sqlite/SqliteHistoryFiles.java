package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryFailure.Damaged;
import dev.paddock.chat.HistoryFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code history.db} and what SQLite keeps beside it. */
public final class SqliteHistoryFiles implements HistoryFiles {
    /**
     * The database comes last: without its log it could be taken for whole, and a new one beside an
     * old log would swallow that.
     */
    private static final List<String> ENDINGS = List.of("-wal", "-shm", "-journal", "");

    private static final String REPLACED = "history-replaced-";

    /** What may stay beside a database that was not closed. */
    static final List<String> LOGS = List.of("-wal", "-shm", "-journal");

    private final Path file;
    private final Clock clock;

    /**
     * @param clock for the date in the name of what is set aside
     */
    public SqliteHistoryFiles(Path file, Clock clock) {
        this.file = file.toAbsolutePath();
        this.clock = clock;
    }

    @Override
    public List<KeptCopy> copies() {
        try {
            return Stream.concat(new Copies(file).all().stream(), new Backups(file).all().stream())
                    .flatMap(one -> kept(one).stream())
                    .sorted(Comparator.comparing(KeptCopy::made).reversed())
                    .toList();
        } catch (HistoryException unreadable) {
            return List.of();
        }
    }

    @Override
    public Optional<KeptCopy> copy() {
        return copies().stream().filter(one -> whole(one.file())).findFirst();
    }

    @Override
    public Path setAside() {
        return setAside("history-damaged-", _ -> true);
    }

    /**
     * @param name how the file is called then, before the date
     * @param belongs whether what lies beside it, by its ending, goes with it
     */
    Path setAside(String name, Predicate<String> belongs) {
        var aside = free(name);
        var moved = new ArrayList<String>();
        try {
            for (var ending : ENDINGS) {
                if (Files.exists(beside(file, ending)) && belongs.test(ending)) {
                    Files.move(beside(file, ending), beside(aside, ending));
                    moved.add(ending);
                }
            }
            return aside;
        } catch (IOException refused) {
            moved.forEach(ending -> moveBack(aside, ending));
            throw Errors.of(refused, file);
        }
    }

    @Override
    public Path restore(KeptCopy copy) {
        var part = beside(file, ".part");
        if (Files.exists(copy.file()) && !whole(copy.file())) {
            throw new HistoryException(new Damaged(copy.file(), Damage.BROKEN));
        }
        try {
            Files.copy(
                    copy.file(),
                    part,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            var aside = setAside(REPLACED, _ -> true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return aside;
        } catch (NoSuchFileException gone) {
            throw Errors.of(gone, copy.file());
        } catch (IOException refused) {
            throw Errors.of(refused, file);
        }
    }

    private static boolean whole(Path copy) {
        try (var connection = OpenFile.connect(copy)) {
            return Schema.version(connection) > 0 && Backups.whole(connection);
        } catch (SQLException damaged) {
            return false;
        }
    }

    /** What lay in the place of {@code file} before a copy was restored. */
    static List<Path> replaced(Path file) {
        try (var siblings = Files.list(file.getParent())) {
            return siblings.filter(one -> one.getFileName().toString().startsWith(REPLACED))
                    .filter(one -> one.getFileName().toString().endsWith(".db"))
                    .toList();
        } catch (IOException e) {
            throw Errors.of(e, file);
        }
    }

    /** Copied back from elsewhere, a file has another time than what it holds. */
    private static Instant made(Path copy) throws IOException {
        var zone = ZoneId.systemDefault();
        var written = Files.getLastModifiedTime(copy).toInstant();
        return Backups.day(copy)
                .filter(day -> !day.equals(LocalDate.ofInstant(written, zone)))
                .map(day -> day.atStartOfDay(zone).toInstant())
                .orElse(written);
    }

    /** Empty for what is no history. */
    private static Optional<KeptCopy> kept(Path copy) {
        try (var connection = OpenFile.connect(copy)) {
            return Optional.of(new KeptCopy(copy, made(copy), Backups.conversations(connection)));
        } catch (SQLException | IOException unusable) {
            return Optional.empty();
        }
    }

    /** The first name of today that nothing has yet. */
    private Path free(String before) {
        var today = LocalDate.now(clock);
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? "" : "-" + number)
                .map(number -> file.resolveSibling(before + today + number + ".db"))
                .filter(name -> ENDINGS.stream().noneMatch(it -> Files.exists(beside(name, it))))
                .findFirst()
                .orElseThrow();
    }

    private void moveBack(Path aside, String ending) {
        try {
            Files.move(beside(aside, ending), beside(file, ending));
        } catch (IOException refused) {
            // It stays under the other name; nothing of it is lost.
        }
    }

    static Path beside(Path database, String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }
}
