package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.faults.Fault;
import dev.paddock.monitor.SlotSnapshot.Activity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The whole of an engine's life, with the real one. */
@Timeout(60)
class LifecycleTest {
    private static final int MANY = 130_000;

    private static final String IN_GOOD_ORDER = "cleaning up before exit";

    @TempDir Path folder;

    private static void assertGone(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(2, TimeUnit.SECONDS);
        }
    }

    /** A stream that never ends by itself, once its first token has come. */
    private static CompletableFuture<Optional<ChatFailure>> streaming(ChatBackend.Stream stream)
            throws InterruptedException {
        var first = new CountDownLatch(1);
        var end =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                stream.run(
                                        event -> {
                                            if (event instanceof ChatEvent.Content) {
                                                first.countDown();
                                            }
                                        });
                                return Optional.<ChatFailure>empty();
                            } catch (ChatFailedException failed) {
                                return Optional.of(failed.failure());
                            }
                        },
                        Thread::startVirtualThread);
        assertTrue(first.await(20, TimeUnit.SECONDS), "no token came");
        return end;
    }

    @Test
    void startsChatsAndStops() throws Exception {
        try (var engine = new RealEngine()) {
            var running =
                    engine.start(
                            RealEngine.plan(RealEngine.tinyModel(folder), "-t 1 --ignore-eos"));
            assertEquals(4096, running.info().contextPerSlot());
            assertEquals(1, running.info().slots());

            var events = engine.chat("Hello", 50);

            var end = assertInstanceOf(ChatEvent.Finished.class, events.getLast());
            assertEquals(ChatEvent.FinishReason.LENGTH, end.reason());
            assertEquals(50, end.statistics().completionTokens());
            assertTrue(end.statistics().promptTokens() > 0);
            assertTrue(end.statistics().tokensPerSecond() > 0);
            assertEquals(50, engine.monitor.metrics().orElseThrow().generatedTokens());
            assertEquals(4096, engine.monitor.slots().orElseThrow().getFirst().contextSize());
            assertFalse(
                    engine.log().contains(running.endpoint().key().text()), "the key is logged");

            engine.supervisor.stop();
            engine.await(EngineState.Idle.class);
            assertTrue(engine.log().contains(IN_GOOD_ORDER), "it was killed");
            assertGone(running.pid());
        }
    }

    @Test
    @Fault(67)
    void servesAPromptThatIsTooLongWithTheNumbers() throws Exception {
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1"));
            var stream = engine.open(RealEngine.request("hello ".repeat(8000), 5));
            var failure = streamFailure(stream);
            var overflow = assertInstanceOf(ChatFailure.ContextOverflow.class, failure);
            assertEquals(4096, overflow.contextPerSlot());
            assertTrue(overflow.promptTokens() > 8000);
        }
    }

    private static ChatFailure streamFailure(ChatBackend.Stream stream) {
        try {
            stream.run(_ -> {});
            throw new AssertionError("the stream did not fail");
        } catch (ChatFailedException failed) {
            return failed.failure();
        }
    }

    @Test
    @Fault(75)
    void aCancelledStreamFreesItsSlot() throws Exception {
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.endless(folder));
            var stream = engine.open(RealEngine.request("Hello", MANY));
            var end = streaming(stream);
            assertEquals(
                    Activity.GENERATING,
                    engine.monitor.slots().orElseThrow().getFirst().activity());

            long cancelled = System.nanoTime();
            stream.cancel();

            assertEquals(Optional.empty(), end.get(5, TimeUnit.SECONDS));
            long limit = cancelled + Duration.ofSeconds(10).toNanos();
            var slot = engine.monitor.slots().orElseThrow().getFirst();
            while (slot.activity() != Activity.IDLE) {
                assertTrue(System.nanoTime() < limit, "the engine goes on generating");
                slot = engine.monitor.slots().orElseThrow().getFirst();
            }
        }
    }

    @Test
    @Fault(70)
    void aWaitingStreamCanBeCancelled() throws Exception {
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.endless(folder));
            var busy = engine.open(RealEngine.request("Hello", MANY));
            var busyEnd = streaming(busy);
            var waiting = engine.open(RealEngine.request("Me too", 5));
            var waitingEnd =
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    waiting.run(_ -> {});
                                } catch (ChatFailedException failed) {
                                    throw new AssertionError(failed);
                                }
                            },
                            Thread::startVirtualThread);
            long limit = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (engine.monitor.metrics().orElseThrow().waiting() == 0) {
                assertTrue(System.nanoTime() < limit, "the second request never queued");
            }
            waiting.cancel();
            waitingEnd.get(5, TimeUnit.SECONDS);
            busy.cancel();
            busyEnd.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    @Fault(48)
    void stopsWhileLoading() throws Exception {
        try (var engine = new RealEngine()) {
            engine.supervisor.start(RealEngine.plan(RealEngine.tinyModel(folder), ""));
            var spawning = engine.await(EngineState.Spawning.class);
            engine.supervisor.stop();
            engine.await(EngineState.Idle.class);
            assertGone(spawning.pid());
        }
    }

    @Test
    @Fault(47)
    void stopsDuringAStream() throws Exception {
        try (var engine = new RealEngine()) {
            var running = engine.start(RealEngine.endless(folder));
            var end = streaming(engine.open(RealEngine.request("Hello", MANY)));
            engine.supervisor.stop();
            engine.await(EngineState.Idle.class);
            // What waits for a stream is killed in the end, and no longer says this.
            assertTrue(engine.log().contains(IN_GOOD_ORDER), "it waited for the stream");
            assertInstanceOf(ChatFailure.ConnectionLost.class, end.get(5, TimeUnit.SECONDS).get());
            assertGone(running.pid());
        }
    }

    @Test
    @Fault({38, 72})
    void comesBackAfterAKillInTheMiddleOfAStream() throws Exception {
        try (var engine = new RealEngine()) {
            var running = engine.start(RealEngine.endless(folder));
            var end = streaming(engine.open(RealEngine.request("Hello", MANY)));
            ProcessHandle.of(running.pid()).orElseThrow().destroyForcibly();
            assertEquals(
                    new ChatFailure.ConnectionLost(ChatFailure.Loss.ENGINE_ENDED),
                    end.get(5, TimeUnit.SECONDS).get());
            var diagnosing = engine.await(EngineState.Diagnosing.class);
            assertEquals(new EngineExit(137), diagnosing.exit());
            var waiting = engine.await(EngineState.BackingOff.class);
            assertInstanceOf(Failure.Killed.class, waiting.failure());
            var again = engine.await(EngineState.Ready.class);
            assertNotEquals(running.pid(), again.engine().pid());
            assertInstanceOf(ChatEvent.Finished.class, engine.chat("Hello", 5).getLast());
        }
    }

    @Test
    void closingTheAppEndsTheEngine() throws Exception {
        long pid;
        try (var engine = new RealEngine()) {
            pid = engine.start(RealEngine.endless(folder)).pid();
            streaming(engine.open(RealEngine.request("Hello", MANY)));
        }
        assertGone(pid);
    }
}
