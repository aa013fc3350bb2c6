package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.paddock.engine.HealthCheck;
import dev.paddock.engine.Probe.Work;
import dev.paddock.faults.Fault;
import dev.paddock.http.Http;
import dev.paddock.llama.api.LlamaProbe;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the app learns from an engine that runs and does not answer. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class ProbeFaultsTest {
    private static final Duration TRIAL = Duration.ofSeconds(2);

    @TempDir Path folder;

    private final Http http = Http.loopback();
    private final LlamaProbe probe = new LlamaProbe(http);

    private static <T> CompletableFuture<T> begin(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, Thread::startVirtualThread);
    }

    @Test
    @Fault(44)
    @DisplayName("row 44: a frozen engine answers nothing, and everything once it goes on")
    void frozen() throws Exception {
        try (var engine = new RealEngine()) {
            var running = engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1"));
            var endpoint = running.endpoint();
            Signals.hold(running.pid());
            try {
                var alive = begin(() -> probe.alive(endpoint));
                var work = begin(() -> probe.work(endpoint));
                var trial = begin(() -> probe.generate(endpoint, TRIAL));
                assertEquals(false, alive.get(5, TimeUnit.SECONDS));
                assertInstanceOf(Work.NoAnswer.class, work.get(5, TimeUnit.SECONDS));
                assertNotEquals(
                        HealthCheck.Result.Generated.class,
                        trial.get(5, TimeUnit.SECONDS).getClass());
            } finally {
                Signals.resume(running.pid());
            }
            assertEquals(true, probe.alive(endpoint));
            assertInstanceOf(
                    HealthCheck.Result.Generated.class,
                    probe.generate(endpoint, Duration.ofSeconds(20)));
        }
    }

    @Test
    @Fault(45)
    @DisplayName("row 45: good health does not hide that nothing is generated")
    void wedged() throws Exception {
        var fake = new FakeLauncher(folder, "");
        try (var engine = new RealEngine()) {
            var endpoint = engine.start(fake.plan(RealEngine.freePort())).endpoint();
            assertInstanceOf(Work.Told.class, probe.work(endpoint));
            fake.set("--slots=hang --sse=stall:0 --prompt-ms=60K");
            var work = begin(() -> probe.work(endpoint));
            var trial = begin(() -> probe.generate(endpoint, TRIAL));
            assertEquals(true, probe.alive(endpoint));
            assertInstanceOf(Work.NoAnswer.class, work.get(5, TimeUnit.SECONDS));
            assertInstanceOf(HealthCheck.Result.NoAnswer.class, trial.get(8, TimeUnit.SECONDS));
        }
    }
}
