package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent;
import dev.paddock.engine.EngineState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The fake does what its switches say, so that tests which use it are about the app. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class FakeLlamaServerTest {
    @TempDir Path folder;

    private Process start(FakeLauncher fake) throws Exception {
        var port = Integer.toString(RealEngine.freePort());
        var process =
                new ProcessBuilder(fake.executable().toString(), "--port", port, "--unheard-of")
                        .redirectErrorStream(true)
                        .start();
        process.onExit().orTimeout(20, TimeUnit.SECONDS);
        return process;
    }

    private static String text(ChatEvent event) {
        return event instanceof ChatEvent.Content(var text) ? text : "";
    }

    @Test
    void servesTheAppAsARealOneDoes() throws Exception {
        var fake = new FakeLauncher(folder, "--load-ms=50");
        try (var engine = new RealEngine()) {
            var running = engine.start(fake.plan(RealEngine.freePort()));
            assertEquals(4096, running.info().contextPerSlot());
            var events = engine.chat("Hello", 3);
            assertEquals("w1 w2 w3 ", String.join("", events.stream().map(e -> text(e)).toList()));
            assertInstanceOf(ChatEvent.Finished.class, events.getLast());
            assertEquals(1, engine.monitor.slots().orElseThrow().size());
            assertFalse(engine.log().contains(running.endpoint().key().text()));
            engine.supervisor.stop();
            engine.await(EngineState.Idle.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--die-at=spawn --exit=3, 3",
        "--die-at=load, 1",
        "--die-at=spawn --exit=SEGV, 139",
        "--die-at=spawn --exit=ABRT, 134",
        "--die-at=spawn --exit=0, 0"
    })
    void endsAsTold(String switches, int status) throws Exception {
        var process = start(new FakeLauncher(folder, switches));
        assertEquals(status, process.waitFor());
    }

    @Test
    void saysItsLastWords() throws Exception {
        var fake = new FakeLauncher(folder, "");
        fake.transcript("CUDA error: out of memory\n", "--die-at=load");
        var process = start(fake);
        var said = new String(process.getInputStream().readAllBytes());
        assertTrue(said.endsWith("CUDA error: out of memory\n"), said);
    }

    @Test
    void canRefuseToEnd() throws Exception {
        var fake = new FakeLauncher(folder, "--ignore-term");
        try (var engine = new RealEngine()) {
            var running = engine.start(fake.plan(RealEngine.freePort()));
            var process = ProcessHandle.of(running.pid()).orElseThrow();
            process.destroy();
            process.destroy();
            assertInstanceOf(ChatEvent.Finished.class, engine.chat("Hello", 5).getLast());
            assertTrue(process.isAlive());
            fake.set("");
            process.destroyForcibly();
        }
    }

    @Test
    void obeysNewSwitchesAtOnce() throws Exception {
        var fake = new FakeLauncher(folder, "");
        try (var engine = new RealEngine()) {
            engine.start(fake.plan(RealEngine.freePort()));
            assertTrue(engine.monitor.slots().isPresent());
            fake.set("--slots=503");
            assertTrue(engine.monitor.slots().isEmpty());
            fake.set("--sse=split-utf8");
            var events = engine.chat("Hello", 2);
            assertEquals("é€é€", String.join("", events.stream().map(e -> text(e)).toList()));
        }
    }

    @Test
    void floodsItsLog() throws Exception {
        var process = start(new FakeLauncher(folder, "--log-rate=1G --log-bytes=3M"));
        try (var log = process.getInputStream()) {
            assertEquals(3_000_000, log.readNBytes(3_000_000).length);
        } finally {
            process.destroyForcibly();
        }
    }
}
