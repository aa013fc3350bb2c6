package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ChatTools;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.DelayedExecutor;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.SessionState;
import dev.paddock.connection.ConnectionId;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.NotResponding.Symptom;
import dev.paddock.engine.HealthCheck;
import dev.paddock.engine.HealthCheck.Result;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.ImpatientSupervisor;
import dev.paddock.monitor.EngineMetrics;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.signal.Observable;
import dev.paddock.sqlite.SqliteHistory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Engines that run and answer nothing, and trials that tell them from busy ones. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class StuckEngineTest {
    private static final HealthPolicy RESTARTING = new HealthPolicy(true, false, Optional.empty());
    private static final int MANY = 100_000;

    @TempDir Path folder;

    private static <T> T await(Observable<T> values, Predicate<T> wanted) throws Exception {
        var found = new CompletableFuture<T>();
        try (var _ =
                values.subscribe(
                        value -> {
                            if (wanted.test(value)) {
                                found.complete(value);
                            }
                        })) {
            return found.get(20, TimeUnit.SECONDS);
        }
    }

    private static Result check(RealEngine engine) throws Exception {
        var begun = new AtomicBoolean();
        var result = new CompletableFuture<Result>();
        try (var _ =
                engine.supervisor
                        .checked()
                        .subscribe(
                                now -> {
                                    if (now instanceof HealthCheck.Running) {
                                        begun.set(true);
                                    } else if (now instanceof HealthCheck.Done(var came, _)
                                            && begun.get()) {
                                        result.complete(came);
                                    }
                                })) {
            engine.supervisor.check();
            return result.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void trialsAreNotAmongTheTotals() throws Exception {
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1"));
            for (int i = 0; i < 2; i++) {
                assertInstanceOf(Result.Generated.class, check(engine));
                var totals = totals(engine);
                assertEquals(0, totals.generatedTokens());
                assertEquals(0, totals.promptTokens());
            }
        }
    }

    /** A machine that is busy may keep the first answers from coming in time. */
    private static EngineMetrics totals(RealEngine engine) {
        return Stream.generate(engine.monitor::metrics)
                .limit(10)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFrozenEngineIsRestartedAndWhatItHadAnsweredIsKept() throws Exception {
        try (var engine = new RealEngine(RESTARTING, ImpatientSupervisor::supervisor);
                var background = Executors.newVirtualThreadPerTaskExecutor();
                var history = SqliteHistory.open(folder.resolve("history.db"));
                var conversations =
                        new Conversations(
                                new ChatTools(
                                        history,
                                        engine.client,
                                        ConnectionId.LOCAL,
                                        Clock.systemUTC(),
                                        background,
                                        DelayedExecutor.on(background)),
                                "untitled")) {
            var running = engine.start(RealEngine.endless(folder));
            var session = conversations.create();
            conversations
                    .configure(session.id(), "", Options.of(SamplingOptions.MAX_TOKENS, MANY))
                    .join();
            session.send("Hello").join();
            awaitText(session);

            Signals.hold(running.pid());

            var stuck = engine.await(EngineState.Unresponsive.class);
            assertEquals(running.pid(), stuck.engine().pid());
            var waiting = engine.await(EngineState.BackingOff.class);
            assertInstanceOf(Failure.NotResponding.class, waiting.failure());
            assertEquals(1, waiting.attempt());
            var again = engine.await(EngineState.Ready.class);
            assertNotEquals(running.pid(), again.engine().pid());
            var kept = answer(await(session.state(), now -> !now.busy()));
            assertEquals(MessageStatus.INTERRUPTED, kept.status());
            assertTrue(kept.content().length() > 100, kept.content());
            assertInstanceOf(ChatFailure.ConnectionLost.class, kept.failure().orElseThrow());
            assertEquals(kept, history.tree(session.id()).branch().getLast());
            answersAgain(session, kept, conversations);
        }
    }

    private static void awaitText(ChatSession session) throws Exception {
        var live = await(session.state(), now -> now.live().isPresent()).live().orElseThrow();
        var enough = new CompletableFuture<Void>();
        Runnable look =
                () -> {
                    if (live.content().length() > 100) {
                        enough.complete(null);
                    }
                };
        try (var _ = live.onChange(look)) {
            look.run();
            enough.get(20, TimeUnit.SECONDS);
        }
    }

    private static Message answer(SessionState state) {
        return state.messages().getLast();
    }

    private static void answersAgain(ChatSession session, Message kept, Conversations conversations)
            throws Exception {
        conversations.configure(session.id(), "", Options.of(SamplingOptions.MAX_TOKENS, 5)).join();
        session.regenerate(kept.id()).join();
        var ended = await(session.state(), now -> !now.busy());
        assertEquals(MessageStatus.CUT_OFF, answer(ended).status());
    }

    @Test
    void aFrozenEngineThatThawsIsReadyAgain() throws Exception {
        try (var engine = new RealEngine(HealthPolicy.NONE, ImpatientSupervisor::supervisor)) {
            var running = engine.start(RealEngine.endless(folder));
            Signals.hold(running.pid());
            engine.await(EngineState.Unresponsive.class);
            Signals.resume(running.pid());
            var again = engine.await(EngineState.Ready.class);
            assertEquals(running.pid(), again.engine().pid());
        }
    }

    @Test
    void aWedgedAnswerIsNoticedThoughTheHealthIsGood() throws Exception {
        var fake = new FakeLauncher(folder.resolve("fake"), "--sse=stall:3");
        try (var engine = new RealEngine(HealthPolicy.NONE, ImpatientSupervisor::supervisor)) {
            engine.start(fake.plan(RealEngine.freePort()));
            var stream = engine.open(RealEngine.request("Hello", MANY));
            CompletableFuture.runAsync(() -> endsSomehow(stream), Thread::startVirtualThread);
            fake.set("--sse=stall:3 --slots=hang");
            var stuck = engine.await(EngineState.Unresponsive.class);
            assertEquals(Symptom.ANSWER, stuck.why().symptom());
            stream.cancel();
        }
    }

    private static void endsSomehow(ChatBackend.Stream stream) {
        try {
            stream.run(_ -> {});
        } catch (ChatFailedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void aTrialTellsAWorkingABusyAndAFrozenEngine() throws Exception {
        try (var engine = new RealEngine()) {
            var running = engine.start(RealEngine.endless(folder));
            assertInstanceOf(Result.Generated.class, check(engine));
            var stream = engine.open(RealEngine.request("Hello", MANY));
            var flows = new CompletableFuture<Void>();
            CompletableFuture.runAsync(
                    () -> {
                        try {
                            stream.run(_ -> flows.complete(null));
                        } catch (ChatFailedException broken) {
                            throw new IllegalStateException(broken);
                        }
                    },
                    Thread::startVirtualThread);
            flows.get(20, TimeUnit.SECONDS);
            assertInstanceOf(Result.AtWork.class, check(engine));
            stream.cancel();
            Signals.hold(running.pid());
            assertInstanceOf(Result.NoAnswer.class, check(engine));
            engine.await(EngineState.Suspect.class);
            Signals.resume(running.pid());
            engine.await(EngineState.Ready.class);
        }
    }

    @Test
    void aTrialCostsAChatNothingOfItsCache() throws Exception {
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1 --ignore-eos"));
            String question = "hello ".repeat(200);
            engine.chat(question, 2);
            long readBefore = engine.monitor.metrics().orElseThrow().promptTokens();
            assertInstanceOf(Result.Generated.class, check(engine));
            engine.chat(question, 2);
            long read = engine.monitor.metrics().orElseThrow().promptTokens() - readBefore;
            assertTrue(readBefore > 200, "the question is long");
            assertTrue(read < 20, "it was read again: " + read);
        }
    }

    @Test
    void aTrialThatIsRefusedSaysWhy() throws Exception {
        var fake = new FakeLauncher(folder.resolve("fake"), "--completion=503");
        try (var engine = new RealEngine()) {
            engine.start(fake.plan(RealEngine.freePort()));
            var refused = assertInstanceOf(Result.Refused.class, check(engine));
            assertEquals(503, refused.status());
            assertFalse(refused.engineSays().isEmpty());
            assertInstanceOf(EngineState.Ready.class, engine.supervisor.state().value());
        }
    }
}
