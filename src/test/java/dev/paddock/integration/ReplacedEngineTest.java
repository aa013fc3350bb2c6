package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.ServerInfo;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;

/** The engine is restarted with another model while a question is on its way to it. */
@Timeout(120)
class ReplacedEngineTest extends ChatOnRealEngine {
    private static final Options SHORT = Options.of(SamplingOptions.MAX_TOKENS, 20);

    private Optional<Runnable> beforeOpening = Optional.empty();
    private Optional<Runnable> beforeSending = Optional.empty();

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

    @Override
    ChatBackend backend() {
        return new Interrupted();
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
        assertAnsweredBy("tiny", ask(SHORT));
    }

    @Test
    void whoTookThePlaceBeforeTheQuestionWasOpenedAnswersInItsOwnName() throws Exception {
        beforeOpening = Optional.of(this::replace);
        assertAnsweredBy("other", ask(SHORT));
    }

    @Test
    void whoTookThePlaceOfTheOneThatWasAskedDoesNotAnswer() throws Exception {
        beforeSending = Optional.of(this::replace);
        var lost = ask(SHORT);
        assertEquals(MessageStatus.FAILED, lost.status());
        assertInstanceOf(ChatFailure.ConnectionLost.class, lost.failure().orElseThrow());
        assertEquals(Optional.of("tiny"), lost.model());
        assertEquals("", lost.content());
        assertAnsweredBy("other", ask(SHORT));
    }
}
