package dev.paddock.sqlite;

import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The two connections to one file, and which file that was: a name can come to mean another one
 * while they are open, and what is written to a file without a name is gone when it is closed.
 */
final class OpenFile {
    /** For which another program may hold the file. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final Connection writer;
    private final Connection reader;
    private final Optional<Object> identity;

    /** Identities of what SQLite keeps beside it, by the ending of the name. */
    private final Map<String, Object> logs;

    private volatile long size;

    private OpenFile(Path file, Connection writer, Connection reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
        this.identity = attributes(file).map(BasicFileAttributes::fileKey);
        this.size = attributes(file).map(BasicFileAttributes::size).orElse(0L);
        this.logs =
                SqliteHistoryFiles.LOGS.stream()
                        .filter(ending -> logIdentity(ending).isPresent())
                        .collect(
                                Collectors.toMap(
                                        ending -> ending,
                                        ending -> logIdentity(ending).orElseThrow()));
    }

    /**
     * Makes the file where there is none and brings it up to date.
     *
     * @param file absolute
     * @param reached told how far bringing it up to date is
     */
    static OpenFile open(Path file, Schema schema, Consumer<Migration.Stage> reached)
            throws SQLException {
        make(file);
        var writer = connect(file);
        try {
            prepare(writer, file, schema, new Migration(file, schema, reached));
            return new OpenFile(file, writer, reader(file));
        } catch (SQLException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    Connection writer() {
        return writer;
    }

    Connection reader() {
        return reader;
    }

    /**
     * Whether its name still leads to it; where files have no identity, whether it leads to one.
     */
    boolean inPlace() {
        var now = attributes(file);
        return now.isPresent() && Objects.equals(identity.orElse(null), now.get().fileKey());
    }

    /** Whether what lies beside the name is of the open file, or of another one that came. */
    boolean owns(String ending) {
        return logs.containsKey(ending)
                && logIdentity(ending).filter(logs.get(ending)::equals).isPresent();
    }

    private Optional<Object> logIdentity(String ending) {
        return attributes(SqliteHistoryFiles.beside(file, ending))
                .map(BasicFileAttributes::fileKey);
    }

    /** Whether it is shorter than we left it. */
    boolean cut() {
        return attributes(file).map(BasicFileAttributes::size).orElse(size) < size;
    }

    /** To be called when it was made shorter by ourselves. */
    void shrunk() {
        size = attributes(file).map(BasicFileAttributes::size).orElse(size);
    }

    boolean closed() throws SQLException {
        return writer.isClosed();
    }

    /** Removes, by name, the log and the index beside the file. */
    void close() throws SQLException {
        reader.close();
        writer.close();
    }

    private static Optional<BasicFileAttributes> attributes(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static void make(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.notExists(file)) {
                OwnerOnly.create(file);
            }
        } catch (IOException e) {
            throw Errors.of(e, file);
        }
    }

    /** Writes nothing into a file that is up to date, so that it opens on a full disk too. */
    private static void prepare(Connection writer, Path file, Schema schema, Migration migration)
            throws SQLException {
        schema.check(writer, file);
        int version = Schema.version(writer);
        if (version == 0) {
            Sql.script(writer, "PRAGMA auto_vacuum = INCREMENTAL");
        }
        Sql.script(writer, "PRAGMA journal_mode = WAL");
        Sql.script(writer, "PRAGMA synchronous = FULL");
        Sql.script(writer, "PRAGMA foreign_keys = ON");
        Sql.script(writer, "PRAGMA secure_delete = ON");
        if (version < schema.steps().size()) {
            migration.run(writer);
        }
    }

    private static Connection reader(Path file) throws SQLException {
        var reader = connect(file);
        Sql.script(reader, "PRAGMA query_only = ON");
        // Makes the log and the index, where there are none yet.
        Schema.version(reader);
        return reader;
    }

    /** As a URI, because the driver takes a question mark in a plain path for options. */
    static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        return JDBC.createConnection("jdbc:sqlite:" + file.toUri(), config.toProperties());
    }
}
