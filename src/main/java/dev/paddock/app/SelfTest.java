package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Role;
import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.check.FreePort;
import dev.paddock.files.AppDirs;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;
import dev.paddock.option.Preset;
import dev.paddock.option.SamplingOptions;
import dev.paddock.ui.platform.DisplaySupport;
import dev.paddock.ui.words.ChatFailureWords;
import dev.paddock.ui.words.FailureWords;
import dev.paddock.ui.words.FileWords;
import dev.paddock.ui.words.Words;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Shows without a display that this installation works: starts the engine, chats through the same
 * services as the window, stores and re-reads the conversation, takes a picture of the window,
 * stops the engine and looks for what is left. Uses a folder of its own and touches no other data.
 */
final class SelfTest {
    private static final Duration SHORT = Duration.ofSeconds(20);
    private static final Duration LOADING = Duration.ofMinutes(10);
    private static final Duration ANSWERING = Duration.ofMinutes(5);
    private static final Options SHORT_ANSWER = Options.of(SamplingOptions.MAX_TOKENS, 160);
    private static final Options LIKELIEST = SHORT_ANSWER.with(SamplingOptions.TEMPERATURE, 0.0);
    private static final Options VARIED = Preset.Standard.BALANCED.options().over(SHORT_ANSWER);

    private final CommandLine line;
    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private final FailureWords failures;
    private final ChatFailureWords chats;

    SelfTest(CommandLine line, Words words, PrintStream out, PrintStream err) {
        this.line = line;
        this.words = words;
        this.out = out;
        this.err = err;
        failures = new FailureWords(words);
        chats = new ChatFailureWords(words);
    }

    /** Blocks until all is done; the exit status. */
    int run() {
        try (var folder = TestFolder.create(line.dataDir())) {
            runIn(folder);
            out.println(words.of("selftest.passed"));
            return Main.OK;
        } catch (SelfTestException failed) {
            err.println(words.of("selftest.failed", failed.sentence()));
        } catch (IOException refused) {
            err.println(words.of("selftest.folder", FileWords.of(refused, words)));
        } catch (UnsupportedOperationException | LinkageError noToolkit) {
            err.println(DisplaySupport.explain(noToolkit, words));
        } catch (HistoryException refused) {
            err.println(words.of("selftest.failed", chats.of(refused)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Main.FAILED;
    }

    private void runIn(TestFolder folder)
            throws SelfTestException, IOException, InterruptedException {
        var dirs = new AppDirs(folder.data()).create();
        long pid;
        int port;
        try (var wiring = new Wiring(dirs, line, words)) {
            var hook = new Thread(wiring::close, "closing");
            Runtime.getRuntime().addShutdownHook(hook);
            wiring.begin();
            var plan = plan(wiring);
            var screen = TestScreen.open(wiring, words, dirs.data());
            RunningEngine engine = start(wiring, plan);
            pid = engine.pid();
            port = engine.endpoint().port();
            var session = chat(wiring);
            Path picture = screen.picture(session, folder.picture());
            out.println(words.of("selftest.picture", picture));
            stop(wiring);
            wiring.conversations().close();
            reread(dirs, session);
        }
        nothingIsLeft(pid, port);
    }

    private LaunchPlan plan(Wiring wiring) throws SelfTestException, InterruptedException {
        var location =
                Await.value(
                        wiring.engineLocation(),
                        found -> !(found instanceof EngineLocation.Searching),
                        SHORT,
                        words.of("selftest.late.search"));
        Path engine =
                switch (location) {
                    case EngineLocation.Found(var executable, _) -> executable;
                    case EngineLocation.NotFound(var failure) ->
                            throw new SelfTestException(failures.of(failure).sentence());
                    case EngineLocation.Searching _ -> throw new AssertionError();
                };
        out.println(words.of("selftest.engine", engine));
        Path model = line.model().orElseGet(() -> wiring.models().model().path());
        out.println(words.of("selftest.model", model));
        var options = line.options().in(EngineOptions.CATALOGUE);
        wiring.preferences().change(kept -> kept.withModel(model));
        return new LaunchPlan(engine, model, options);
    }

    private RunningEngine start(Wiring wiring, LaunchPlan plan)
            throws SelfTestException, InterruptedException {
        wiring.supervisor().start(plan);
        var state =
                Await.value(
                        wiring.supervisor().state(),
                        now ->
                                now instanceof EngineState.Ready
                                        || now instanceof EngineState.Failed,
                        LOADING,
                        words.of("selftest.late.load"));
        if (state instanceof EngineState.Failed(var failure)) {
            throw new SelfTestException(failures.of(failure).sentence());
        }
        var running = state.running().orElseThrow();
        out.println(
                words.of(
                        "selftest.ready",
                        running.startupMillis(),
                        running.info().slots(),
                        running.info().contextPerSlot()));
        return running;
    }

    private ChatSession chat(Wiring wiring) throws SelfTestException, InterruptedException {
        var session = wiring.conversations().create();
        boolean starter = line.model().isEmpty();
        var sampling = starter ? LIKELIEST : VARIED;
        wiring.conversations()
                .configure(session.id(), words.of("selftest.system"), sampling)
                .join();
        String question =
                starter
                        ? wiring.models().model().questions().getFirst()
                        : words.of("selftest.question");
        var refused = session.send(question).join();
        if (refused.isPresent()) {
            throw new SelfTestException(chats.of(refused.get()));
        }
        out.println();
        out.println("> " + question);
        var ended =
                Await.value(
                        session.state(),
                        now -> !now.busy(),
                        ANSWERING,
                        words.of("selftest.late.answer"));
        Message answer = ended.messages().getLast();
        report(answer);
        if (starter && !answer.content().contains(words.of("selftest.starter.answer"))) {
            throw new SelfTestException(words.of("selftest.starter.wrong"));
        }
        return session;
    }

    private void report(Message answer) throws SelfTestException {
        out.println(answer.content().strip());
        out.println();
        boolean whole =
                answer.status() == MessageStatus.COMPLETE
                        || answer.status() == MessageStatus.CUT_OFF;
        if (!whole || answer.content().isBlank() || answer.statistics().isEmpty()) {
            throw new SelfTestException(
                    answer.failure().map(chats::of).orElseGet(() -> words.of("selftest.noAnswer")));
        }
        var figures = answer.statistics().get();
        out.println(
                words.of(
                        "selftest.figures",
                        figures.promptTokens(),
                        figures.completionTokens(),
                        figures.firstTokenMillis(),
                        figures.tokensPerSecond(),
                        figures.totalMillis()));
    }

    /** Through a connection of its own, so that nothing comes from memory. */
    private void reread(AppDirs dirs, ChatSession session) throws SelfTestException {
        List<Message> shown = session.state().value().messages();
        try (var history = dev.paddock.sqlite.SqliteHistory.open(dirs.history())) {
            List<Message> kept = history.tree(session.id()).branch();
            boolean both = kept.size() == 2 && kept.getFirst().role() == Role.USER;
            if (!both || !kept.equals(shown)) {
                throw new SelfTestException(words.of("selftest.notKept", dirs.history()));
            }
        }
        out.println(words.of("selftest.kept", shown.size()));
    }

    private void stop(Wiring wiring) throws SelfTestException, InterruptedException {
        wiring.supervisor().stop();
        Await.value(
                wiring.supervisor().state(),
                now -> now instanceof EngineState.Idle,
                SHORT,
                words.of("selftest.late.stop"));
    }

    private void nothingIsLeft(long pid, int port) throws SelfTestException {
        boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        if (alive) {
            throw new SelfTestException(words.of("selftest.left", pid));
        }
        if (!FreePort.isFree(port)) {
            throw new SelfTestException(words.of("selftest.portLeft", Integer.toString(port)));
        }
        out.println(words.of("selftest.nothingLeft"));
    }
}
