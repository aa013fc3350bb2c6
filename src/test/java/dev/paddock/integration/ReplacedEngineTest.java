package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.ChatSession;
import dev.paddock.chat.ChatTools;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.DelayedExecutor;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ServerInfo;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.sqlite.SqliteHistory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The engine is restarted with another model while a question is on its way to it. */
@Timeout(120)
class ReplacedEngineTest {
    private static final Options SHORT = Options.of(SamplingOptions.MAX_TOKENS, 20);

    @TempDir Path folder;

    private final RealEngine engine = new RealEngine();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Runnable> beforeOpening = Optional.empty();
    private Optional<Runnable> beforeSending = Optional.empty();
    private SqliteHistory history;
    private Conversations conversations;
    private ChatSession session;

    /** Does what a test wants at the moment it wants it, once. */
    private final class Interrupted implements ChatBackend {
        @Override
        public Stream open(ConnectionId connection, ChatRequest request)
                throws ChatFailedException {
            beforeOpening.ifPresent(Runnable::run);
            beforeOpening = Optional.empty();
            var stream = engine.client.open(connection, request);
            return new Stream() {
                @Override
                public ServerInfo server() {
                    return stream.server();
                }

                @Override
                public void run(Consumer<ChatEvent> sink) throws ChatFailedException {
                    beforeSending.ifPresent(Runnable::run);
                    beforeSending = Optional.empty();
                    stream.run(sink);
                }

                @Override
                public void cancel() {
                    stream.cancel();
                }
            };
        }
    }

    @BeforeEach
    void begin() throws Exception {
        history = SqliteHistory.open(folder.resolve("history.db"));
        conversations =
                new Conversations(
                        new ChatTools(
                                history,
                                new Interrupted(),
                                ConnectionId.LOCAL,
                                Clock.systemUTC(),
                                background,
                                DelayedExecutor.on(background)),
                        "untitled");
        session = conversations.create();
        conversations.configure(session.id(), "", SHORT).join();
        engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1"));
    }

    @AfterEach
    void end() {
        conversations.close();
        history.close();
        engine.close();
        background.shutdownNow();
    }

    /** The same port, as a person who only chooses another model has it. */
    private void replace() {
        try {
            var other = Files.copy(RealEngine.tinyModel(folder), folder.resolve("other.gguf"));
            var plan = engine.running().orElseThrow().plan();
            engine.supervisor.start(new LaunchPlan(plan.engine(), other, plan.options()));
            engine.await(
                    EngineState.Ready.class, ready -> ready.engine().plan().model().equals(other));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Message ask() throws Exception {
        assertEquals(Optional.empty(), session.send("Hello").get(30, TimeUnit.SECONDS));
        var ended = new CompletableFuture<Message>();
        try (var _ =
                session.state()
                        .subscribe(
                                now -> {
                                    if (!now.busy()) {
                                        ended.complete(now.messages().getLast());
                                    }
                                })) {
            return ended.get(30, TimeUnit.SECONDS);
        }
    }

    private void assertAnsweredBy(String model, Message answer) {
        assertEquals(Optional.of(model), answer.model());
        assertEquals(Optional.of("local"), answer.origin().connection());
        assertEquals(
                Optional.of(engine.running().orElseThrow().info().build()),
                answer.origin().engineBuild());
        assertTrue(answer.statistics().isPresent(), answer.toString());
        // Which waits for the disk.
        conversations.close();
        assertEquals(answer, history.tree(session.id()).branch().getLast());
    }

    @Test
    void anAnswerBearsTheNameOfWhoWroteIt() throws Exception {
        assertAnsweredBy("tiny", ask());
    }

    @Test
    void whoTookThePlaceBeforeTheQuestionWasOpenedAnswersInItsOwnName() throws Exception {
        beforeOpening = Optional.of(this::replace);
        assertAnsweredBy("other", ask());
    }

    @Test
    void whoTookThePlaceOfTheOneThatWasAskedDoesNotAnswer() throws Exception {
        beforeSending = Optional.of(this::replace);
        var lost = ask();
        assertEquals(MessageStatus.FAILED, lost.status());
        assertInstanceOf(ChatFailure.ConnectionLost.class, lost.failure().orElseThrow());
        assertEquals(Optional.of("tiny"), lost.model());
        assertEquals("", lost.content());
        assertAnsweredBy("other", ask());
    }
}
