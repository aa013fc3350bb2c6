package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.chat.ChatEvent;
import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Ends of the real engine that nobody asked for, and a load that takes its time. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class EndFaultsTest {
    @TempDir Path folder;

    private static void send(String signal, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
        assertEquals(true, kill.waitFor(5, TimeUnit.SECONDS));
        assertEquals(0, kill.exitValue());
    }

    @ParameterizedTest(name = "row {0}: it gets a SIG{1}, and comes back")
    @Fault({39, 40})
    @CsvSource({"39, SEGV, 139", "40, ABRT, 134"})
    void crashes(int row, String signal, int status) throws Exception {
        try (var engine = new RealEngine()) {
            var running = engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1"));
            send(signal, running.pid());
            var waiting = engine.await(EngineState.BackingOff.class);
            var crashed = assertInstanceOf(Failure.Crashed.class, waiting.failure());
            assertEquals(new EngineExit(status), crashed.exit());
            engine.await(EngineState.Ready.class);
            assertInstanceOf(ChatEvent.Finished.class, engine.chat("Hello", 2).getLast());
        }
    }

    @ParameterizedTest(name = "row 42: somebody else sends it a SIG{0}")
    @Fault(42)
    @CsvSource({"TERM", "INT"})
    void closedByOthers(String signal) throws Exception {
        try (var engine = new RealEngine()) {
            var running = engine.start(RealEngine.plan(RealEngine.tinyModel(folder), "-t 1"));
            send(signal, running.pid());
            assertEquals(
                    new Failure.ClosedByOthers(new EngineExit(0)),
                    engine.await(EngineState.Failed.class).failure());
        }
    }

    @Test
    @Fault(46)
    @DisplayName("row 46: a load that takes its time is seen, and waited for")
    void slowLoad() throws Exception {
        var fake = new FakeLauncher(folder, "--load-ms=1500");
        try (var engine = new RealEngine()) {
            engine.supervisor.start(fake.plan(RealEngine.freePort()));
            engine.await(EngineState.Loading.class);
            engine.await(EngineState.Ready.class);
        }
    }

    @Test
    @Fault(48)
    @DisplayName("row 48: a load that takes its time can be called off")
    void calledOff() throws Exception {
        var fake = new FakeLauncher(folder, "--load-ms=60K");
        try (var engine = new RealEngine()) {
            engine.supervisor.start(fake.plan(RealEngine.freePort()));
            var loading = engine.await(EngineState.Loading.class);
            engine.supervisor.stop();
            engine.await(EngineState.Idle.class);
            assertEquals(false, ProcessHandle.of(loading.pid()).isPresent());
        }
    }
}
