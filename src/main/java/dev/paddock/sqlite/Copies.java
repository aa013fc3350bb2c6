package dev.paddock.sqlite;

import dev.paddock.chat.HistoryException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Copies of a history as it was before it was brought up to date: {@code history.db.v1.bak} beside
 * {@code history.db}. The newest {@value #KEPT} are kept. Blocks on the disk.
 */
final class Copies {
    private static final int KEPT = 2;
    private static final String ENDING = ".bak";

    /** Without the tables, damaged, no database: as in https://www.sqlite.org/rescode.html. */
    private static final Set<Integer> OF_NO_USE = Set.of(1, 11, 26);

    private final Path file;
    private final Pattern name;

    /**
     * @param file the history, absolute
     */
    Copies(Path file) {
        this.file = file;
        this.name = Pattern.compile(Pattern.quote(file.getFileName() + ".v") + "(\\d+)\\.bak");
    }

    Path of(int version) {
        return file.resolveSibling(file.getFileName() + ".v" + version + ENDING);
    }

    /**
     * Copies all that is committed, and is on the disk when it returns. A copy that was begun and
     * not finished is not mistaken for one.
     *
     * @throws HistoryException or SQLException when it cannot be made; nothing is left of it then
     */
    void make(Connection source, int version) throws SQLException {
        try {
            copy(source, of(version));
        } catch (IOException e) {
            throw Errors.of(e, file);
        }
    }

    /** As {@link #make}, to any file, in place of one that may be there. */
    static void copy(Connection source, Path copy) throws SQLException, IOException {
        var part = copy.resolveSibling(copy.getFileName() + ".part");
        Files.deleteIfExists(part);
        OwnerOnly.create(part);
        try {
            // Else pages of the copy hold in their free space what lay in memory before.
            Sql.script(source, "PRAGMA secure_delete = ON");
            Sql.update(source, "VACUUM INTO ?", part.toString());
            force(part, StandardOpenOption.WRITE);
            Files.move(
                    part,
                    copy,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        forceFolder(copy.getParent());
    }

    /** Newest version first. */
    List<Path> all() {
        try (var siblings = Files.list(file.getParent())) {
            return siblings.filter(one -> version(one) > 0)
                    .sorted(Comparator.comparingInt(this::version).reversed())
                    .toList();
        } catch (IOException e) {
            throw Errors.of(e, file);
        }
    }

    void drop(int version) {
        delete(of(version));
    }

    /** Leaves the newest {@value #KEPT}. */
    void dropOld() {
        all().stream().skip(KEPT).forEach(this::delete);
    }

    /**
     * Erases conversations and messages from every copy, those of the days included; a copy that is
     * damaged is of no use and deleted.
     */
    void erase(List<UUID> conversations, List<UUID> messages) {
        var copies = new ArrayList<>(all());
        copies.addAll(new Backups(file).all());
        for (var copy : copies) {
            eraseOrDelete(copy, conversations, messages);
        }
        for (var replaced : SqliteHistoryFiles.replaced(file)) {
            try (var connection = OpenFile.connect(replaced)) {
                erase(connection, conversations, messages);
            } catch (SQLException unusable) {
                // A person's own file: whatever is wrong with it, it stays.
            }
        }
    }

    private void eraseOrDelete(Path copy, List<UUID> conversations, List<UUID> messages) {
        try (var connection = OpenFile.connect(copy)) {
            erase(connection, conversations, messages);
        } catch (SQLException e) {
            if (!OF_NO_USE.contains(e.getErrorCode() & 0xff)) {
                throw Errors.of(e, copy);
            }
            delete(copy);
        }
    }

    /** With statements that hold for every version of the tables. */
    private static void erase(Connection copy, List<UUID> conversations, List<UUID> messages)
            throws SQLException {
        Sql.script(copy, "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON");
        Database.transaction(
                copy,
                connection -> {
                    for (var id : conversations) {
                        Sql.update(connection, Writes.UNINDEX_TITLE, id);
                        SearchIndex.removeAll(connection, SearchIndex.OF_CONVERSATION, id);
                        Writes.deleteWithMessages(connection, "id = ?", id);
                    }
                    for (var id : messages) {
                        SearchIndex.removeAll(connection, "id = ?", id);
                        Removals.erase(connection, id);
                    }
                });
        Sql.script(copy, "PRAGMA incremental_vacuum");
    }

    private int version(Path one) {
        var match = name.matcher(one.getFileName().toString());
        return match.matches() ? Integer.parseInt(match.group(1)) : 0;
    }

    private void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw Errors.of(e, file);
        }
    }

    private static void forceFolder(Path folder) {
        try {
            force(folder, StandardOpenOption.READ);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folders; there the move is as durable as the system makes it.
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
