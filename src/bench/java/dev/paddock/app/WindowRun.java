package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.connection.ConnectionId;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.files.AppDirs;
import dev.paddock.files.JsonSettings;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.sqlite.SqliteHistory;
import dev.paddock.ui.common.UiThread;
import dev.paddock.ui.words.Words;

import javafx.application.Platform;
import javafx.scene.Scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The real window over the real engine with a conversation of any length, drawn into memory. */
public final class WindowRun implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ROWS_PER_ANSWER = 100;
    private static final int TOKENS = 4000;

    private final Wiring wiring;
    private final MainWindow window;
    private final ConversationId conversation;

    private WindowRun(Wiring wiring, MainWindow window, ConversationId conversation) {
        this.wiring = wiring;
        this.window = window;
        this.conversation = conversation;
    }

    /**
     * @param rows about so many rows of Markdown stand above the answer to come
     */
    public static WindowRun open(LaunchPlan plan, int rows) throws Exception {
        return open(plan, rows, new WindowPlace(0, 0, 990, 740, false, true, false));
    }

    /** With the log open below a short conversation. */
    public static WindowRun openWithLog(LaunchPlan plan) throws Exception {
        return open(plan, 0, new WindowPlace(0, 0, 990, 740, false, true, true));
    }

    /** So wide that the status stands beside a short conversation. */
    public static WindowRun openWide(LaunchPlan plan) throws Exception {
        return open(plan, 0, new WindowPlace(0, 0, 1380, 960, false, true, false));
    }

    /** Likewise, for answers of at most so many tokens. */
    public static WindowRun openWide(LaunchPlan plan, int tokens) throws Exception {
        return open(plan, 0, new WindowPlace(0, 0, 1380, 960, false, true, false), tokens);
    }

    private static WindowRun open(LaunchPlan plan, int rows, WindowPlace place) throws Exception {
        return open(plan, rows, place, TOKENS);
    }

    private static WindowRun open(LaunchPlan plan, int rows, WindowPlace place, int tokens)
            throws Exception {
        Path data = Files.createTempDirectory("window");
        var dirs = new AppDirs(data).create();
        new JsonSettings(dirs.settings()).save(Settings.DEFAULT.withWindow(place));
        ConversationId conversation = write(dirs, rows, tokens);
        var words = new Words();
        var wiring = new Wiring(dirs, CommandLine.parse(List.of()), words, LastTurn::new);
        var window =
                onScreen(
                        () -> {
                            Platform.setImplicitExit(false);
                            return MainWindow.open(wiring, words, data);
                        });
        var run = new WindowRun(wiring, window, conversation);
        wiring.begin();
        wiring.supervisor().start(plan);
        Await.value(
                wiring.supervisor().state(), EngineState.Ready.class::isInstance, LIMIT, "Ready");
        Await.value(wiring.conversations().list(), list -> !list.isEmpty(), LIMIT, "history");
        onScreen(
                () -> {
                    window.openConversation(conversation);
                    return true;
                });
        return run;
    }

    /** The number of the newest line of the engine's log. */
    public long newestLine() {
        return wiring.supervisor().log().newest().value();
    }

    /** Of the engine that runs. */
    public Endpoint endpoint() {
        return wiring.supervisor().state().value().running().orElseThrow().endpoint();
    }

    public Scene scene() {
        return window.stage().getScene();
    }

    /** Sends a question and waits for the end of the answer. */
    public AnswerStatistics ask(String question) throws Exception {
        ChatSession session = wiring.conversations().open(conversation).get();
        session.send(question).get().ifPresent(why -> fail(why.toString()));
        Await.value(session.state(), state -> !state.busy(), LIMIT, "no end of the answer");
        Message answer = session.state().value().messages().getLast();
        return answer.statistics()
                .orElseThrow(
                        () -> new IllegalStateException(answer.status() + " " + answer.failure()));
    }

    @Override
    public void close() {
        new UiThread().execute(() -> window.stage().hide());
        wiring.close();
    }

    private static ConversationId write(AppDirs dirs, int rows, int tokens) throws IOException {
        var now = Instant.ofEpochMilli(System.currentTimeMillis());
        var sampling = Options.of(SamplingOptions.MAX_TOKENS, tokens);
        var conversation =
                Conversation.untitled("Benchmark", now)
                        .titled("Benchmark", true)
                        .with("", sampling);
        try (var history = SqliteHistory.open(dirs.history())) {
            Optional<Message> last = Optional.empty();
            for (int turn = 0; turn < Math.max(1, rows / ROWS_PER_ANSWER); turn++) {
                var question = Message.question(last.map(Message::id), "Question " + turn, now);
                var answer =
                        Message.emptyAnswer(question, MessageOrigin.model("tiny"), now)
                                .received(rows == 0 ? "Yes." : text(turn), "")
                                .ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty());
                history.add(conversation, List.of(question, answer));
                last = Optional.of(answer);
            }
        }
        return conversation.id();
    }

    /** Paragraphs, list items, headings, code and tables, as models write them. */
    private static String text(int turn) {
        var text = new StringBuilder();
        for (int row = 0; row < ROWS_PER_ANSWER; row++) {
            text.append(
                    switch (row % 10) {
                        case 0 -> "## Part " + turn + "." + row;
                        case 1, 2, 3 -> "- a point with **emphasis** and `code`, number " + row;
                        case 4 -> "```java\nint answer = 42;\nreturn answer;\n```";
                        case 5 -> "| a | b |\n|---|---|\n| 1 | 2 |";
                        default ->
                                "A paragraph of some length that goes on for a while, so that it"
                                        + " needs more than one line in the window, number "
                                        + row
                                        + ".";
                    });
            text.append("\n\n");
        }
        return text.toString();
    }

    private static void fail(String why) {
        throw new IllegalStateException(why);
    }

    private static <T> T onScreen(Supplier<T> job) throws Exception {
        return CompletableFuture.supplyAsync(job, new UiThread())
                .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Sends the question alone, because no context holds 60,000 rows. */
    private record LastTurn(ChatBackend backend) implements ChatBackend {
        @Override
        public Stream open(ConnectionId connection, ChatRequest request)
                throws ChatFailedException {
            var question = List.of(request.turns().getLast());
            return backend.open(
                    connection,
                    new ChatRequest(request.systemPrompt(), question, request.options()));
        }
    }
}
