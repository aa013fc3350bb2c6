package dev.paddock.sqlite;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.ConversationTree;
import dev.paddock.chat.History;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFailure.Damage;
import dev.paddock.chat.HistoryIncident;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOutline;
import dev.paddock.chat.Removal;
import dev.paddock.chat.SearchProgress;
import dev.paddock.chat.SearchQuery;
import dev.paddock.chat.WholeConversation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The history in one SQLite file. Text is kept as UTF-8: a surrogate without its partner becomes a
 * replacement character.
 */
public final class SqliteHistory implements History {
    private static final String LIST =
            "SELECT "
                    + Rows.CONVERSATION
                    + " FROM conversation c WHERE deleted_at IS NULL ORDER BY updated DESC, key"
                    + " DESC";

    /** Nothing where an older message was chosen as the leaf. */
    private static final String ALL =
            """
            SELECT coalesce(m.parent, 0), m.key, %s
            FROM conversation c JOIN message m ON m.conversation = c.key
            WHERE c.id = ? AND m.deleted_at IS NULL AND NOT EXISTS
                (SELECT 1 FROM message
                WHERE conversation = c.key AND key > c.leaf AND deleted_at IS NULL)
            ORDER BY m.key
            """
                    .formatted(Rows.MESSAGE);

    /** The parent comes first: it is the row before, which saves looking each up. */
    private static final String BRANCH =
            """
            WITH RECURSIVE branch (key, parent) AS (
                SELECT m.key, m.parent
                FROM conversation c JOIN message m ON m.key = coalesce(c.leaf,
                    (SELECT max(key) FROM message
                    WHERE conversation = c.key AND deleted_at IS NULL))
                WHERE c.id = ?
                UNION ALL
                SELECT m.key, m.parent FROM branch b JOIN message m ON m.key = b.parent)
            SELECT %s FROM branch b CROSS JOIN message m USING (key) ORDER BY m.key
            """
                    .formatted(Rows.MESSAGE);

    private static final String LINKS =
            """
            SELECT m.id, p.id FROM message m LEFT JOIN message p ON p.key = m.parent
            WHERE m.conversation = (SELECT key FROM conversation WHERE id = ?)
                AND m.deleted_at IS NULL
            ORDER BY m.key
            """;

    private static final String OUTLINE =
            """
            SELECT m.id, p.id, m.role, substr(m.content, 1, 300)
            FROM message m LEFT JOIN message p ON p.key = m.parent
            WHERE m.conversation = (SELECT key FROM conversation WHERE id = ?)
                AND m.deleted_at IS NULL
            ORDER BY m.key
            """;

    private static final String DELETED =
            "SELECT id FROM conversation WHERE deleted_at IS NOT NULL";

    private final Database database;
    private final Fills fills;
    private final Optional<Thread> fill;

    SqliteHistory(Database database) {
        this(database, Schema.released());
    }

    SqliteHistory(Database database, Schema schema) {
        this.database = database;
        this.fills = new Fills(schema.steps());
        this.fill = Fills.start(database, fills);
    }

    /**
     * Opens the file, makes it and its folder where there is none.
     *
     * @throws HistoryException when that cannot be done; a file that is damaged or too new is left
     *     as it is
     */
    public static SqliteHistory open(Path file) {
        return open(file, _ -> {});
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param incidents told what happens to the file while it is open, on any thread
     */
    public static SqliteHistory open(Path file, Consumer<HistoryIncident> incidents) {
        boolean unclean = Checkup.due(file);
        boolean missing =
                Files.notExists(file) && !new Backups(file.toAbsolutePath()).all().isEmpty();
        var database = Database.open(file, Schema.released(), _ -> {}, incidents);
        if (missing) {
            incidents.accept(new HistoryIncident.Missing(database.file(), Instant.now()));
        }
        if (unclean) {
            Checkup.start(database.file(), incidents);
        }
        return new SqliteHistory(database);
    }

    @Override
    public List<Conversation> conversations() {
        return read(connection -> Sql.list(connection, Rows::conversation, LIST));
    }

    @Override
    public void search(SearchQuery query, SearchProgress progress) {
        new MessageSearch(database, fills, query).run(progress);
    }

    @Override
    public ConversationTree tree(ConversationId conversation) {
        return read(connection -> tree(connection, conversation));
    }

    @Override
    public List<MessageOutline> outline(ConversationId conversation) {
        return read(
                connection -> Sql.list(connection, Rows::outline, OUTLINE, conversation.value()));
    }

    /**
     * Without a fork, which is usual, the branch is all there is, and each message is looked at
     * once.
     */
    private static ConversationTree tree(Connection connection, ConversationId conversation)
            throws SQLException {
        var all = Sql.listWhile(connection, new ChainReader(), ALL, conversation.value());
        if (all.isPresent() && !all.get().isEmpty()) {
            return ConversationTree.of(all.get());
        }
        var branch = Sql.list(connection, new BranchReader(), BRANCH, conversation.value());
        var links = Sql.list(connection, Rows::link, LINKS, conversation.value());
        return ConversationTree.of(branch, links);
    }

    @Override
    public Optional<WholeConversation> whole(ConversationId conversation) {
        return read(connection -> WholeConversations.read(connection, conversation));
    }

    @Override
    public void put(WholeConversation conversation) {
        database.write(connection -> WholeConversations.write(connection, conversation));
    }

    @Override
    public void save(Conversation conversation) {
        database.write(connection -> Writes.save(connection, conversation));
    }

    @Override
    public void save(Message message) {
        database.write(connection -> Writes.save(connection, message));
    }

    @Override
    public void add(Conversation conversation, List<Message> messages) {
        var id = conversation.id();
        database.write(
                connection -> {
                    Writes.save(connection, conversation);
                    for (var message : messages) {
                        Writes.add(connection, id, message);
                    }
                    Writes.chooseLeaf(connection, id, messages.getLast().id());
                });
    }

    @Override
    public void chooseLeaf(ConversationId conversation, MessageId leaf) {
        database.write(connection -> Writes.chooseLeaf(connection, conversation, leaf));
    }

    @Override
    public void append(
            MessageId answer,
            String reasoning,
            String content,
            Optional<AnswerStatistics> figures) {
        database.write(
                connection -> Writes.append(connection, answer, reasoning, content, figures));
    }

    @Override
    public void remove(ConversationId conversation, Removal removal) {
        database.write(connection -> Removals.remove(connection, conversation, removal));
    }

    @Override
    public void restore(ConversationId conversation, Removal removal) {
        database.write(connection -> Removals.restore(connection, conversation, removal));
    }

    @Override
    public void delete(ConversationId conversation) {
        var sql = "UPDATE conversation SET deleted_at = 1000 * unixepoch() WHERE id = ?";
        database.write(connection -> Sql.update(connection, sql, conversation.value()));
    }

    @Override
    public void restore(ConversationId conversation) {
        var sql = "UPDATE conversation SET deleted_at = NULL WHERE id = ?";
        database.write(connection -> Sql.update(connection, sql, conversation.value()));
    }

    /**
     * Freed pages are overwritten at once (secure_delete), so that only the log is left to clear.
     * Copies of the file come first: until they are done the deleted ones are known here.
     */
    @Override
    public void purgeDeleted() {
        var deleted = database.read(connection -> Sql.list(connection, ResultRow::id, DELETED));
        var removed = database.read(Removals::all);
        if (deleted.isEmpty() && removed.isEmpty()) {
            return;
        }
        database.copies().erase(deleted, removed);
        boolean more = true;
        while (more) {
            more = database.change(it -> SearchIndex.remove(it, SearchIndex.DELETED));
        }
        database.write(Writes::purge);
        database.alone(
                connection -> {
                    Sql.script(connection, "PRAGMA incremental_vacuum");
                    Sql.script(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                });
    }

    @Override
    public void closeInterrupted() {
        database.write(InterruptedAnswers::close);
    }

    @Override
    public void keepInPlace() {
        database.keepInPlace();
    }

    @Override
    public boolean backUp(LocalDate day) {
        return new Backups(database.file()).make(day);
    }

    @Override
    public void close() {
        fill.ifPresent(Thread::interrupt);
        database.close();
    }

    private <T> T read(Database.Work<T> work) {
        try {
            return database.read(work);
        } catch (IllegalArgumentException e) {
            var damaged = new HistoryFailure.Damaged(database.file(), Damage.UNKNOWN_VALUE);
            throw new HistoryException(damaged, e);
        }
    }
}
