package dev.paddock.bench;

import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.sqlite.SqliteHistory;

import org.sqlite.JDBC;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long the history lets a person wait: a list of 2,000 conversations of 50 messages, and one of
 * 2,000 messages. {@code cold} is the first call in a new process; {@code --fresh} makes the file
 * anew.
 */
final class HistoryBench {
    private static final int CONVERSATIONS = 2000;
    private static final int MESSAGES = 50;
    private static final int LONG = 2000;
    private static final int ROUNDS = 30;

    private HistoryBench() {}

    /** What is timed. */
    private interface Work {
        void run() throws Exception;
    }

    static void main(String[] args) throws Exception {
        var file = Path.of("target", "bench", "history.db");
        if (Files.notExists(file) || Arrays.asList(args).contains("--fresh")) {
            make(file);
        }
        Figures.print("history.file", Files.size(file) / 1e6, "MB");
        long start = System.nanoTime();
        try (var history = SqliteHistory.open(file)) {
            Figures.print("history.open.cold", millisSince(start), "ms");
            double list = timed(history::conversations);
            Figures.print("history.list.cold", list, "ms", Goal.atMost(60));
            var longest =
                    history.conversations().stream()
                            .filter(one -> one.title().equals("the longest"))
                            .findFirst()
                            .orElseThrow()
                            .id();
            double messages = timed(() -> history.tree(longest).branch());
            Figures.print("history.messages.cold", messages, "ms", Goal.atMost(60));
            compare(history, file, longest);
            Figures.print(
                    "history.open.warm", median(() -> SqliteHistory.open(file).close()), "ms");
            writes(history, longest);
        }
    }

    private static void compare(SqliteHistory history, Path file, ConversationId longest)
            throws Exception {
        try (var bare = JDBC.createConnection("jdbc:sqlite:" + file, new Properties())) {
            long key = longestKey(bare);
            double list = median(history::conversations);
            double bareList = median(() -> read(bare, "SELECT * FROM conversation"));
            Figures.print("history.list", list, "ms", Goal.atMost(30));
            Figures.print("history.list.bare", bareList, "ms");
            Figures.print("history.list.ratio", list / bareList, "x");
            double messages = median(() -> history.tree(longest).branch());
            double bareMessages =
                    median(() -> read(bare, "SELECT * FROM message WHERE conversation = " + key));
            Figures.print("history.messages", messages, "ms", Goal.atMost(60));
            Figures.print("history.messages.bare", bareMessages, "ms");
            Figures.print("history.messages.ratio", messages / bareMessages, "x");
        }
    }

    private static void writes(SqliteHistory history, ConversationId conversation)
            throws Exception {
        var last = history.tree(conversation).branch().getLast();
        var question = Message.question(Optional.of(last.id()), "Q", Instant.EPOCH);
        var answer = Message.emptyAnswer(question, MessageOrigin.model("model"), Instant.EPOCH);
        var owner =
                history.conversations().stream()
                        .filter(one -> one.id().equals(conversation))
                        .findFirst()
                        .orElseThrow();
        Figures.print(
                "history.save.turn",
                timed(() -> history.add(owner, List.of(question, answer))),
                "ms");
        var batch = "token ".repeat(50);
        Figures.print(
                "history.append",
                median(() -> history.append(answer.id(), "", batch, Optional.empty())),
                "ms");
        history.save(
                answer.received("done", "")
                        .ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty()));
    }

    private static void make(Path file) throws Exception {
        for (var suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
        SqliteHistory.open(file).close();
        try (var bare = JDBC.createConnection("jdbc:sqlite:" + file, new Properties())) {
            run(bare, "PRAGMA synchronous = OFF");
            run(bare, "BEGIN");
            fill(bare, new Random(2));
            run(bare, "COMMIT");
        }
    }

    /** The turns of all conversations come mixed, as over the years of a real history. */
    private static void fill(Connection bare, Random random) throws SQLException {
        var turns = new ArrayList<Integer>();
        for (int number = 1; number <= CONVERSATIONS; number++) {
            var title = number == CONVERSATIONS / 2 ? "the longest" : "title " + number;
            insertConversation(bare, number, title);
            int messages = number == CONVERSATIONS / 2 ? LONG : MESSAGES;
            turns.addAll(Collections.nCopies(messages / 2, number));
        }
        Collections.shuffle(turns, random);
        var last = new int[CONVERSATIONS + 1];
        int key = 0;
        for (int conversation : turns) {
            insertMessage(bare, ++key, conversation, last[conversation], text(random, 20));
            insertMessage(bare, ++key, conversation, key - 1, text(random, 300));
            last[conversation] = key;
        }
    }

    private static void insertConversation(Connection bare, int number, String title)
            throws SQLException {
        run(
                bare,
                "INSERT INTO conversation VALUES (%d, randomblob(16), '%s', 0, '', '{}', NULL, %d, %d, NULL)"
                        .formatted(number, title, number, number));
        run(
                bare,
                "INSERT INTO title_search (rowid, title) VALUES (%d, '%s')"
                        .formatted(number, title));
    }

    private static void insertMessage(
            Connection bare, int key, int conversation, int parent, String text)
            throws SQLException {
        var sql =
                """
                INSERT INTO message (key, id, conversation, parent, role, status, created,
                    model, options, prompt_tokens, cached_tokens, completion_tokens,
                    first_token_millis, tokens_per_second, total_millis, reasoning, content)
                VALUES (?, randomblob(16), ?, nullif(?, 0), iif(? % 2, 'USER', 'ASSISTANT'),
                    'COMPLETE', ?, 'model', '{}', 9, 9, 9, 9, 9.5, 9, '', ?)
                """;
        try (var statement = bare.prepareStatement(sql)) {
            statement.setInt(1, key);
            statement.setInt(2, conversation);
            statement.setInt(3, parent);
            statement.setInt(4, key);
            statement.setInt(5, key);
            statement.setString(6, text);
            statement.executeUpdate();
        }
    }

    private static String text(Random random, int mostWords) {
        return Stream.generate(() -> Integer.toString(random.nextInt(100_000), 36))
                .limit(1 + random.nextInt(mostWords))
                .collect(Collectors.joining(" "));
    }

    private static long longestKey(Connection bare) throws SQLException {
        var sql = "SELECT key FROM conversation WHERE title = 'the longest'";
        try (var statement = bare.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.getLong(1);
        }
    }

    private static void run(Connection bare, String sql) throws SQLException {
        try (var statement = bare.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Every column of every row. */
    private static void read(Connection bare, String sql) throws SQLException {
        try (var statement = bare.createStatement();
                var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private static double timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return millisSince(start);
    }

    private static double median(Work work) throws Exception {
        var times = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            times[round] = timed(work);
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
