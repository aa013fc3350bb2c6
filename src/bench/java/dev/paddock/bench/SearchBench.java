package dev.paddock.bench;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.SearchHits;
import dev.paddock.chat.SearchProgress;
import dev.paddock.chat.SearchQuery;
import dev.paddock.sqlite.SqliteHistory;

import org.sqlite.JDBC;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * A history of MESSAGES (1,000,000) in a fiftieth as many conversations, one of them of 5,000:
 * {@code [MESSAGES] [--fresh]}. Made once and kept under {@code target/bench}, without its index,
 * which is filled then beside saves as they are made while a person works.
 */
final class SearchBench {
    private static final int MESSAGES = 1_000_000;
    private static final int PER_CONVERSATION = 50;
    private static final int LONG = 5000;
    private static final int ROUNDS = 15;
    private static final Path FOLDER = Path.of("target", "bench", "search");
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** As they are typed, from the first character on; some are in no message. */
    private static final List<String> QUERIES =
            List.of(
                    "the pond",
                    "quiet heron",
                    "\"in the shade of\"",
                    "z",
                    "xq",
                    "qzx",
                    "鸭子",
                    "池",
                    "ピアノ",
                    "größe",
                    "0x7f",
                    "C++",
                    "zebra crossing",
                    "notinanymessage",
                    "tion ment",
                    "e",
                    "an in:title",
                    "the model:other");

    private SearchBench() {}

    static void main(String[] args) throws Exception {
        int messages =
                Arrays.stream(args)
                        .filter(it -> it.matches("\\d+"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElse(MESSAGES);
        var made = FOLDER.resolve(messages + ".db");
        if (Files.notExists(made) || Arrays.asList(args).contains("--fresh")) {
            make(made, messages);
        }
        long text = Long.parseLong(Files.readString(FOLDER.resolve(messages + ".text")).strip());
        Figures.print("search.messages", messages, "");
        Figures.print("search.text", text / 1e6, "MB");
        fill(made);
        reads(made, text);
    }

    /** While the index is filled, a turn is saved each 0.2 s. */
    private static void fill(Path file) throws Exception {
        var saves = new ArrayList<Double>();
        var finds = new ArrayList<Double>();
        long start = System.nanoTime();
        try (var history = SqliteHistory.open(file)) {
            Figures.print("search.open", millisSince(start), "ms");
            if (hits(history, "the").state() != SearchHits.State.INDEXING && finished(history)) {
                return;
            }
            var chat = Conversation.untitled("While it is filled", Instant.EPOCH);
            while (!finished(history)) {
                saves.add(timed(() -> save(history, chat)));
                finds.add(timed(() -> hits(history, "the po")));
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            Figures.print("search.fill", millisSince(start) / 1e3, "s", Goal.atMost(300));
            Figures.print("search.fill.save.p95", Figures.quantile(saves, 0.95), "ms");
            Figures.print("search.fill.search.p95", Figures.quantile(finds, 0.95), "ms");
        }
    }

    private static boolean finished(SqliteHistory history) {
        return hits(history, "notinanymessage").state() != SearchHits.State.INDEXING;
    }

    private static void reads(Path file, long text) throws Exception {
        try (var history = SqliteHistory.open(file)) {
            Figures.print("search.index.size", indexSize(file) / 1e6, "MB");
            double share = indexSize(file) / (double) text;
            Figures.print("search.index.share", share, "x", Goal.atMost(1.2));
            double list = timed(history::conversations);
            Figures.print("search.list", list, "ms", Goal.atMost(100));
            keystrokes(history);
            var longest = longest(file);
            history.tree(longest);
            double open = median(() -> history.tree(longest).branch());
            Figures.print("search.open.long", open, "ms", Goal.atMost(150));
            var chat = Conversation.untitled("New ones", Instant.EPOCH);
            history.save(chat);
            double with = median(() -> add(history, chat, "the quiet pond ".repeat(40)));
            double without = median(() -> add(history, chat, ""));
            Figures.print("search.message", with, "ms");
            Figures.print("search.message.index", with - without, "ms", Goal.atMost(1));
        }
    }

    /** Each beginning of each query, as it is typed. */
    private static void keystrokes(SqliteHistory history) throws Exception {
        var all = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var query : QUERIES) {
                double worst = 0;
                for (int length = 1; length <= query.length(); length++) {
                    var typed = query.substring(0, length);
                    double millis = first(history, typed);
                    worst = Math.max(worst, millis);
                    if (round > 0) {
                        all.add(millis);
                    }
                }
                if (round == 1) {
                    System.out.printf("%-24s %.1f ms at worst%n", query, worst);
                }
            }
        }
        Figures.print("search.keystroke.median", Figures.median(all), "ms");
        Figures.print("search.keystroke.p95", Figures.quantile(all, 0.95), "ms", Goal.atMost(50));
        Figures.print("search.keystroke.max", Figures.quantile(all, 1), "ms");
        var whole = new ArrayList<Double>();
        for (var query : QUERIES) {
            whole.add(timed(() -> hits(history, query)));
        }
        Figures.print("search.whole.p95", Figures.quantile(whole, 0.95), "ms");
        Figures.print("search.whole.max", Figures.quantile(whole, 1), "ms");
    }

    /** Until a person sees something: what is found, or that it goes on. */
    private static double first(SqliteHistory history, String typed) {
        var query = SearchQuery.parse(typed, ZoneOffset.UTC);
        if (query.isEmpty()) {
            return 0;
        }
        long start = System.nanoTime();
        var progress = new First();
        history.search(query, progress);
        return (progress.at - start) / 1e6;
    }

    /** Ends a search with its first news, as the next keystroke does. */
    private static final class First implements SearchProgress {
        private long at;

        @Override
        public boolean isWanted() {
            return at == 0;
        }

        @Override
        public void found(SearchHits soFar) {
            at = System.nanoTime();
        }
    }

    private static SearchHits hits(SqliteHistory history, String typed) {
        var told = new ArrayList<SearchHits>();
        history.search(
                SearchQuery.parse(typed, ZoneOffset.UTC),
                new SearchProgress() {
                    @Override
                    public boolean isWanted() {
                        return true;
                    }

                    @Override
                    public void found(SearchHits soFar) {
                        told.add(soFar);
                    }
                });
        return told.getLast();
    }

    private static void save(SqliteHistory history, Conversation chat) {
        var question =
                Message.question(Optional.empty(), "The same pond as before?", Instant.EPOCH);
        var answer =
                Message.emptyAnswer(question, MessageOrigin.model("model"), Instant.EPOCH)
                        .received("Not quite the same. ".repeat(40), "")
                        .ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty());
        history.add(chat, List.of(question, answer));
    }

    private static void add(SqliteHistory history, Conversation chat, String text) {
        var one = Message.question(Optional.empty(), text, Instant.EPOCH);
        history.add(chat, List.of(one));
    }

    private static void make(Path file, int messages) throws Exception {
        Files.createDirectories(FOLDER);
        for (var suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
        SqliteHistory.open(file).close();
        try (var bare = JDBC.createConnection("jdbc:sqlite:" + file, new Properties())) {
            run(bare, "PRAGMA synchronous = OFF");
            run(bare, "BEGIN");
            long text = new RandomChats(bare).insert(messages, PER_CONVERSATION, LONG);
            run(
                    bare,
                    "CREATE TABLE IF NOT EXISTS pending_fill (version INTEGER PRIMARY KEY, done"
                            + " INTEGER NOT NULL) STRICT");
            run(bare, "INSERT INTO pending_fill SELECT user_version, -1 FROM pragma_user_version");
            run(bare, "COMMIT");
            Files.writeString(FOLDER.resolve(messages + ".text"), Long.toString(text));
        }
    }

    private static long indexSize(Path file) throws SQLException {
        try (var bare = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
                var statement = bare.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT sum(length(block)) FROM message_search_data")) {
            return rows.getLong(1);
        }
    }

    private static ConversationId longest(Path file) throws SQLException {
        try (var bare = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
                var statement = bare.createStatement();
                var rows =
                        statement.executeQuery("SELECT hex(id) FROM conversation WHERE key = 1")) {
            var hex = rows.getString(1);
            return new ConversationId(
                    new java.util.UUID(
                            Long.parseUnsignedLong(hex.substring(0, 16), 16),
                            Long.parseUnsignedLong(hex.substring(16), 16)));
        }
    }

    static void run(Connection bare, String sql) throws SQLException {
        try (var statement = bare.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static double median(Runnable work) {
        var times = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            times.add(timed(work));
        }
        return Figures.median(times);
    }

    private static double timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return millisSince(start);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
