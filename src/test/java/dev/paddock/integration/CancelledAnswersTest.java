package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent;
import dev.paddock.monitor.SlotSnapshot.Activity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The real engine stops when its answer is not wanted any more, whenever that is. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class CancelledAnswersTest {
    private static final int MOMENTS = 40;

    /** Less than the whole answer takes, which is 100,000 tokens. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir Path folder;

    @Test
    void theSlotIsFreeAtOnce() throws Exception {
        var random = new Random(5);
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.endless(folder));
            for (int moment = 0; moment < MOMENTS; moment++) {
                // Before the request is on its way, within the prompt, among the first tokens, and
                // while they come so fast that they are left to gather.
                var token = new CountDownLatch(moment % 4 == 0 ? 0 : random.nextInt(200));
                var stream = engine.open(RealEngine.request("Hello", 100_000));
                var run =
                        CompletableFuture.runAsync(
                                () -> {
                                    try {
                                        stream.run(event -> count(event, token));
                                    } catch (Exception failed) {
                                        throw new AssertionError(failed);
                                    }
                                },
                                Thread::startVirtualThread);
                assertTrue(token.await(20, TimeUnit.SECONDS));
                stream.cancel();
                run.get(5, TimeUnit.SECONDS);
                awaitIdle(engine, moment);
            }
        }
    }

    private static void count(ChatEvent event, CountDownLatch token) {
        if (event instanceof ChatEvent.Content) {
            token.countDown();
        }
    }

    private static void awaitIdle(RealEngine engine, int moment) {
        long end = System.nanoTime() + LIMIT.toNanos();
        boolean idle = false;
        while (!idle && System.nanoTime() < end) {
            var slot = engine.monitor.slots().orElseThrow().getFirst();
            idle = slot.activity() == Activity.IDLE;
        }
        assertTrue(idle, "still at work after moment " + moment);
    }
}
