package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.finish;
import static dev.paddock.chat.ScriptedBackend.say;
import static dev.paddock.chat.ScriptedBackend.then;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.connection.ConnectionId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Real threads, as in the app. */
@Timeout(30)
class ConcurrentSessionsTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final MemoryHistory history = new MemoryHistory(log);
    private final ScriptedBackend backend = new ScriptedBackend(log);
    private final Conversations conversations =
            new Conversations(
                    new ChatTools(
                            history,
                            backend,
                            ConnectionId.LOCAL,
                            Clock.systemUTC(),
                            threads,
                            DelayedExecutor.on(threads)),
                    "Untitled");

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void twoAnswersAreReceivedAtTheSameTime() {
        var meeting = new CyclicBarrier(2);
        for (int i = 0; i < 2; i++) {
            backend.script(
                    say("a"),
                    then(() -> meet(meeting)),
                    say("b"),
                    then(() -> meet(meeting)),
                    finish(FinishReason.STOP));
        }
        var first = conversations.create();
        var second = conversations.create();
        first.send("1");
        second.send("2");
        assertEquals("ab", ended(first).join().content());
        assertEquals("ab", ended(second).join().content());
    }

    @Test
    void textReachesTheDiskWhileTheEnginePauses() throws Exception {
        var session = conversations.create();
        var goOn = new CountDownLatch(1);
        backend.script(say("first"), then(() -> await(goOn)), finish(FinishReason.STOP));
        session.send("Hi");
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!log.contains("append |first") && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        ended(session).join();
        assertTrue(log.contains("append |first"), log.toString());
    }

    @Test
    void stopReturnsAtOnceAlsoWhenTheStreamHangs() {
        var session = conversations.create();
        var hanging = new CountDownLatch(1);
        var streaming = new CompletableFuture<Void>();
        backend.script(
                say("par"),
                then(() -> streaming.complete(null)),
                then(() -> await(hanging)),
                say("tial"));
        backend.script(say("next"), finish(FinishReason.STOP));
        session.send("Hi");
        streaming.join();
        session.stop();
        var stopped = session.state().value();
        assertFalse(stopped.busy());
        assertEquals(MessageStatus.STOPPED, stopped.messages().getLast().status());

        session.send("Next");
        assertEquals("next", ended(session).join().content());
        hanging.countDown();
        assertEquals("par", session.state().value().messages().get(1).content());
    }

    @Test
    void closingWhileAnswersHangKeepsThem() {
        var hanging = new CountDownLatch(1);
        var sessions = new ArrayList<ChatSession>();
        for (int i = 0; i < 4; i++) {
            var streaming = new CompletableFuture<Void>();
            backend.script(
                    say("par"), then(() -> streaming.complete(null)), then(() -> await(hanging)));
            var session = conversations.create();
            session.send("Hi");
            streaming.join();
            sessions.add(session);
        }
        conversations.close();
        for (var session : sessions) {
            var answer = history.tree(session.id()).branch().getLast();
            assertEquals(MessageStatus.INTERRUPTED, answer.status());
            assertEquals("par", answer.content());
        }
        hanging.countDown();
    }

    @Test
    void anyOrderOfStopsAndEndsLeavesOneEndedAnswerPerQuestion() {
        var random = new Random(7);
        var session = conversations.create();
        for (int round = 0; round < 300; round++) {
            int spins = random.nextInt(20_000);
            backend.script(say("a"), say("b"), say("c"), finish(FinishReason.STOP));
            var ended = endOf(session, 2 * (round + 1));
            session.send("Hi");
            for (int i = 0; i < spins; i++) {
                Thread.onSpinWait();
            }
            session.stop();
            var answer = ended.join();
            assertTrue("abc".startsWith(answer.content()), answer.content());
            boolean complete = answer.status() == MessageStatus.COMPLETE;
            assertEquals(complete, answer.outcome().reason().isPresent());
            assertEquals(
                    complete,
                    answer.statistics().equals(Optional.of(ScriptedBackend.FIGURES)),
                    answer.toString());
        }
        conversations.close();
        assertEquals(session.state().value().messages(), history.tree(session.id()).branch());
        assertEquals(600, session.state().value().messages().size());
    }

    private static CompletableFuture<Message> ended(ChatSession session) {
        return endOf(session, 0);
    }

    /** The answer at the end of a branch of at least {@code size} messages, once it has ended. */
    private static CompletableFuture<Message> endOf(ChatSession session, int size) {
        var result = new CompletableFuture<Message>();
        session.state()
                .subscribe(
                        state -> {
                            boolean there = !state.messages().isEmpty() && !state.busy();
                            if (there && state.messages().size() >= size) {
                                result.complete(state.messages().getLast());
                            }
                        });
        return result.orTimeout(20, TimeUnit.SECONDS);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
