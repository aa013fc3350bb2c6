package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.HealthCheck.Result;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.http.Http;
import dev.paddock.llama.api.LlamaProbe;
import dev.paddock.llama.api.TrialTokens;
import dev.paddock.monitor.SlotSnapshot;
import dev.paddock.monitor.SlotSnapshot.Activity;
import dev.paddock.option.EngineOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A trial and the answers of this app, on an engine with a single slot. */
@Timeout(60)
class TrialSlotsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir Path folder;

    private static SlotSnapshot slot(RealEngine engine) {
        return engine.monitor.slots().orElseThrow().getFirst();
    }

    private static Result trial(Endpoint endpoint) {
        try (var http = Http.loopback()) {
            return new LlamaProbe(http).generate(endpoint, LIMIT);
        }
    }

    @Test
    void whatATrialLeavesInASlotIsNotShown() throws Exception {
        try (var engine = new RealEngine()) {
            var plan = RealEngine.plan(RealEngine.tinyModel(folder), "-t 1");
            var endpoint = engine.start(plan).endpoint();
            assertInstanceOf(Result.Generated.class, trial(endpoint));
            assertEquals(0, slot(engine).tokensInUse());
            engine.chat("Hello", 20);
            var answered = slot(engine);
            assertEquals(Activity.IDLE, answered.activity());
            assertInstanceOf(Result.Generated.class, trial(endpoint));
            assertEquals(answered, slot(engine));
        }
    }

    @Test
    void noTrialBeginsWhileAnAnswerIsAskedForOrUnderWay() throws Exception {
        try (var engine = new RealEngine();
                var http = Http.loopback()) {
            var endpoint = engine.start(RealEngine.endless(folder)).endpoint();
            var asked = new ConcurrentLinkedQueue<>(List.of(true, true, true));
            var trials = new TrialTokens();
            var probe = new LlamaProbe(http, trials, () -> asked.poll() != null);
            assertInstanceOf(Result.Generated.class, probe.generate(endpoint, LIMIT));
            assertEquals(0, asked.size(), "it has waited until nothing was asked for");
        }
    }

    @Test
    void anAnswerUnderWayIsProofEnoughAlsoBesideAFreeSlot() throws Exception {
        var plan = RealEngine.endless(folder);
        var two = plan.options().with(EngineOptions.PARALLEL_SLOTS, 2);
        try (var engine = new RealEngine();
                var http = Http.loopback()) {
            var endpoint =
                    engine.start(new LaunchPlan(plan.engine(), plan.model(), two)).endpoint();
            var stream = engine.open(RealEngine.request("Hello", 100_000));
            var flows = new CompletableFuture<ChatEvent>();
            Thread.startVirtualThread(() -> run(stream, flows));
            flows.get(20, TimeUnit.SECONDS);
            var probe = new LlamaProbe(http, new TrialTokens(), () -> true);
            assertInstanceOf(Result.AtWork.class, probe.generate(endpoint, LIMIT));
            stream.cancel();
        }
    }

    private static void run(ChatBackend.Stream stream, CompletableFuture<ChatEvent> first) {
        try {
            stream.run(first::complete);
        } catch (ChatFailedException failed) {
            first.completeExceptionally(failed);
        }
    }
}
