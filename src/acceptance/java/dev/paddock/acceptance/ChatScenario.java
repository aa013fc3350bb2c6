package dev.paddock.acceptance;

import dev.paddock.files.AppDirs;
import dev.paddock.packaging.Driver;
import dev.paddock.sqlite.SqliteHistory;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's first hour with a model: start, ask, stop an answer, have it written again, restart
 * the engine, restart the app. What the window says is compared with what the engine says.
 */
final class ChatScenario implements Scenario {
    private static final Duration LOADING = Duration.ofMinutes(3);
    private static final Duration ANSWERING = Duration.ofMinutes(4);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration STOPPED = Duration.ofSeconds(10);
    private static final Duration ENDED = Duration.ofSeconds(20);

    private static final String QUESTION = "what is the capital of france";
    private static final String STORY = "write a long story about a horse";
    private static final String COMPOSER = "Write a message";
    private static final int FEW_TOKENS = 8;

    /** As many words of an answer's end are looked for on the screen. */
    private static final int WORDS = 20;

    private static final double MOST_WORDS = 0.7;

    /** Each reads some words that the others do not. */
    private static final int LOOKS = 3;

    /** A speed is shown with one digit behind the point, a high one with none. */
    private static final double ROUNDED = 0.06;

    private static final double LITTLE = 0.01;
    private static final Pattern WORD = Pattern.compile("[a-z]{4,}");

    private final Path model;
    private final String title;
    private final int context;

    private ChatScenario(Path model, String title, int context) {
        this.model = model;
        this.title = title;
        this.context = context;
    }

    static ChatScenario smolLm2(Path models) {
        return new ChatScenario(
                models.resolve("SmolLM2-135M-Instruct.Q4_1.gguf"), "135M-Instruct", 512);
    }

    /** Never trained to end an answer: each fills the context, which is small for that. */
    static ChatScenario gemma3(Path models) {
        return new ChatScenario(models.resolve("gemma-3-270m-q4_k_m.gguf"), "gemma-3-270m", 256);
    }

    @Override
    public String name() {
        return model.getFileName().toString().replaceFirst("\\.gguf$", "");
    }

    @Override
    public void play(Stage stage) throws Exception {
        var app = start(stage, "--start");
        try {
            new Play(stage, app).all();
        } finally {
            app.kill();
        }
        var again = start(stage);
        try {
            new Play(stage, again).reopened();
        } finally {
            again.kill();
        }
    }

    private InstalledApp start(Stage stage, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("--engine", stage.engine().toString()));
        arguments.addAll(List.of("--ctx-size", Integer.toString(context)));
        arguments.addAll(List.of(more));
        arguments.add(model.toString());
        return InstalledApp.start(stage.image(), stage.home(), arguments);
    }

    /** One run of the app. */
    private final class Play {
        private final Driver driver;
        private final ScreenText screen;
        private final Checks checks;
        private final Stage stage;
        private final InstalledApp app;

        Play(Stage stage, InstalledApp app) {
            this.stage = stage;
            this.app = app;
            driver = stage.driver();
            screen = stage.screen();
            checks = stage.checks();
        }

        void all() throws Exception {
            var engine = ready();
            askAndCompare(engine);
            stopAnAnswer(engine);
            writeItAgain(engine);
            var next = restartEngine(engine);
            quit(next);
        }

        void reopened() throws Exception {
            checks.that("the conversation is there again", soon(STORY), screen.lines());
            var engine = ready();
            askAndCompare(engine);
            quit(engine);
        }

        private EngineFigures ready() throws Exception {
            var engine = app.awaitEngine();
            screen.await("Ready", LOADING);
            // The trial token after each start, which the engine counts and the pane does not.
            screen.await("It works", SOON);
            checks.that("the bar names the model", soon(title), screen.lines());
            checks.equal("the engine runs this model", engine.modelPath(), model.toString());
            checks.equal("it listens here alone", engine.argument("--host"), "127.0.0.1");
            String size = "%,d tokens, one slot".formatted(engine.contextOfASlot());
            checks.that("the window names its context", soon(size), size);
            return engine;
        }

        private void askAndCompare(EngineFigures engine) throws Exception {
            var before = engine.totals();
            ask(QUESTION);
            var footer = awaitFooter(engine);
            var after = engine.totals();
            checks.that("the question is seen", soon(QUESTION), screen.lines());
            answerIsSeen("the answer is seen");
            long tokens = after.tokens() - before.tokens();
            checks.equal("its tokens are the engine's", footer.tokens(), tokens);
            checks.equal("the prompt's as well", footer.prompt(), after.prompt() - before.prompt());
            // The last token of an answer is not read again, so the slot may not hold it.
            long held = engine.held();
            long both = footer.prompt() + footer.tokens();
            checks.that("the slot holds both", both - held == 0 || both - held == 1, held);
            // The engine's own speed leaves the first token to the reading of the prompt.
            double speed = (tokens - 1) / (after.seconds() - before.seconds());
            checks.that(
                    "its speed is the engine's",
                    Math.abs(footer.speed() - speed) < Math.max(ROUNDED, speed * LITTLE),
                    footer.speed() + " and " + speed);
            // The first question to its engine: before it there was the trial, which nobody asked
            // for.
            String sum =
                    "%,d tokens read, %,d generated"
                            .formatted(after.prompt() - before.prompt(), tokens);
            screen.picture("asked.png");
            checks.that("the pane sums up the same", soon(sum), sum);
        }

        private void stopAnAnswer(EngineFigures engine) throws Exception {
            ask(STORY);
            Waiting.untilTrue(
                    "answer", ANSWERING, () -> Optional.of(engine.generating() >= FEW_TOKENS));
            driver.key(KeyEvent.VK_ESCAPE);
            Waiting.untilTrue("stop", STOPPED, () -> Optional.of(engine.idle()));
            checks.that("Esc stops the engine's work", engine.idle(), "busy");
            checks.that("the window says so", soon("You stopped this answer"), screen.lines());
            answerIsSeen("what had come stays");
            screen.picture("stopped.png");
        }

        private void writeItAgain(EngineFigures engine) throws Exception {
            long before = engine.totals().tokens();
            click("Try again");
            var footer = awaitFooter(engine);
            checks.equal(
                    "written again: its tokens are the engine's",
                    footer.tokens(),
                    engine.totals().tokens() - before);
            checks.that(
                    "nothing is stopped any more",
                    !screen.shows("You stopped this answer"),
                    screen.lines());
            answerIsSeen("the new answer is seen");
            screen.picture("again.png");
        }

        private EngineFigures restartEngine(EngineFigures engine) throws Exception {
            driver.shortcut(KeyEvent.VK_SHIFT, KeyEvent.VK_R);
            Waiting.untilTrue("end of the engine", ENDED, () -> Optional.of(!engine.alive()));
            var next = ready();
            checks.that("another engine runs", next.pid() != engine.pid(), next.pid());
            checks.that("the conversation stays", soon(STORY), screen.lines());
            return next;
        }

        private void quit(EngineFigures engine) throws InterruptedException {
            checks.equal("Ctrl+Q ends the app", app.quit(driver), Optional.of(0));
            checks.that("its engine is gone", !engine.alive(), engine.pid());
        }

        /** In a new conversation, as the context of one is small. */
        private void ask(String question) throws Exception {
            driver.shortcut(KeyEvent.VK_N);
            screen.await("What would you like to know", SOON);
            click(COMPOSER);
            driver.type(question);
            driver.key(KeyEvent.VK_ENTER);
        }

        private void click(String phrase) throws TimeoutException, InterruptedException {
            var place = screen.awaitPlace(phrase, SOON);
            driver.click(place.x, place.y);
        }

        private Footer awaitFooter(EngineFigures engine) throws Exception {
            Waiting.untilTrue("work", SOON, () -> Optional.of(!engine.idle() || hasFooter()));
            Waiting.untilTrue("end of the answer", ANSWERING, () -> Optional.of(engine.idle()));
            try {
                return Waiting.until("figures", SOON, () -> Footer.in(screen.lines()));
            } catch (TimeoutException none) {
                throw new TimeoutException(none.getMessage() + " in " + screen.lines());
            }
        }

        private boolean hasFooter() throws IOException, InterruptedException {
            return Footer.in(screen.lines()).isPresent();
        }

        private boolean soon(String phrase) throws InterruptedException {
            try {
                screen.await(phrase, SOON);
                return true;
            } catch (TimeoutException late) {
                return false;
            }
        }

        /** The end of the newest answer, as it is on the disk: the window shows the end of it. */
        private void answerIsSeen(String what) throws IOException, InterruptedException {
            var wanted = words(newestAnswer());
            wanted = wanted.subList(Math.max(0, wanted.size() - WORDS), wanted.size());
            Set<String> seen = new HashSet<>();
            for (int look = 0; look < LOOKS; look++) {
                seen.addAll(words(String.join(" ", screen.lines())));
            }
            double found = wanted.stream().filter(seen::contains).count();
            checks.that(what, found >= MOST_WORDS * wanted.size(), wanted + " in " + seen);
        }

        private String newestAnswer() {
            var data = new AppDirs(InstalledApp.data(stage.home()));
            try (var history = SqliteHistory.open(data.history())) {
                var conversation = history.conversations().getFirst();
                return history.tree(conversation.id()).branch().getLast().content();
            }
        }

        private static List<String> words(String text) {
            return WORD.matcher(text.toLowerCase(Locale.ROOT))
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toList());
        }
    }
}
