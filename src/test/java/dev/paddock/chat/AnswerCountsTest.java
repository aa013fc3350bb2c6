package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.fail;
import static dev.paddock.chat.ScriptedBackend.finish;
import static dev.paddock.chat.ScriptedBackend.read;
import static dev.paddock.chat.ScriptedBackend.say;
import static dev.paddock.chat.ScriptedBackend.then;
import static dev.paddock.chat.ScriptedBackend.think;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailure.ConnectionLost;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.connection.ConnectionId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Everything runs on the test's own thread. */
class AnswerCountsTest {
    private final List<String> log = new ArrayList<>();
    private final MemoryHistory history = new MemoryHistory(log);
    private final ScriptedBackend backend = new ScriptedBackend(log);
    private final ManualTime time = new ManualTime();
    private final ChatTools tools =
            new ChatTools(history, backend, ConnectionId.LOCAL, time, Runnable::run, time);
    private final Conversations conversations = new Conversations(tools, "Untitled");
    private final List<AnswerCounts> seen = new ArrayList<>();
    private final ScriptedBackend.Step look = then(() -> seen.add(conversations.counts()));

    @Test
    void anAnswerWaitsUntilTheEngineHasBegunWithIt() {
        backend.script(look, read(1, 2), look, finish(FinishReason.STOP));
        conversations.create().send("Hi");
        assertEquals(1, seen.get(0).waiting());
        assertEquals(0, seen.get(0).atWork());
        assertEquals(0, seen.get(1).waiting());
        assertEquals(1, seen.get(1).atWork());
        assertEquals(0, counts().waiting() + counts().atWork());
        assertEquals(0, counts().leftWaiting());
    }

    @Test
    void aQuestionOnItsWayToTheEngineIsKnownWhenItIsTold() {
        var told = new ArrayList<AnswerCounts>();
        conversations.answering().subscribe(_ -> told.add(conversations.counts()));
        told.clear();
        backend.script(look, finish(FinishReason.STOP));
        conversations.create().send("Hi");
        assertEquals(1, told.getFirst().sending());
        assertTrue(told.getFirst().busy());
        assertEquals(0, seen.getFirst().sending());
        assertTrue(seen.getFirst().busy());
        assertFalse(counts().busy());
    }

    @Test
    void countsAnswersWhileTheyGrowAndAfterwards() {
        backend.script(think("a"), say("b"), say("c"), look, finish(FinishReason.STOP));
        conversations.create().send("Hi");
        backend.script(say("d"), look, say("e"), finish(FinishReason.LENGTH));
        conversations.create().send("Hi");
        assertEquals(3, seen.get(0).tokens());
        assertEquals(3, seen.get(0).underWayTokens());
        assertEquals(0, seen.get(0).tokensPerSecond(), "all came together");
        assertEquals(4, seen.get(1).tokens());
        assertEquals(1, seen.get(1).underWayTokens());
        assertEquals(5, counts().tokens());
        assertEquals(0, counts().underWayTokens());
        assertEquals(0, counts().tokensPerSecond());
    }

    @Test
    void countsStoppedAndBrokenAnswers() {
        var stopped = conversations.create();
        backend.script(say("a"), say("b"), then(stopped::stop), say("late"));
        stopped.send("Hi");
        assertEquals(2, counts().tokens());
        backend.script(say("c"), fail(new ConnectionLost(Loss.BROKEN)));
        conversations.create().send("Hi");
        assertEquals(3, counts().tokens());
        assertEquals(0, counts().leftWaiting());
    }

    @Test
    void knowsHowManyWereGivenUpWhileTheyWaited() {
        var session = conversations.create();
        backend.script(then(session::stop));
        session.send("Hi");
        assertEquals(1, counts().leftWaiting());
        assertEquals(0, counts().waiting());
    }

    @Test
    void aDeletedConversationAnswersNoMore() {
        var session = conversations.create();
        backend.script(say("a"), then(() -> conversations.delete(session.id()).join()), look);
        session.send("Hi");
        assertEquals(0, counts().atWork());
        assertEquals(1, counts().tokens());
    }

    private AnswerCounts counts() {
        return conversations.counts();
    }
}
