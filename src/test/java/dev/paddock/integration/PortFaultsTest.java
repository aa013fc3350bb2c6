package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.ReservedArgument.Reason;
import dev.paddock.engine.Stranger;
import dev.paddock.engine.check.EngineDevices;
import dev.paddock.engine.check.OutOfMemoryKills;
import dev.paddock.engine.check.Preflight;
import dev.paddock.faults.Fault;
import dev.paddock.hardware.OshiPorts;
import dev.paddock.option.EngineOptions;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;

/** Ports that others hold, take in the meantime, or answer on. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class PortFaultsTest {
    private static final String JAVA =
            Path.of(ProcessHandle.current().info().command().orElseThrow())
                    .getFileName()
                    .toString();

    @TempDir Path folder;

    private static ServerSocket hold(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static void assertHeldByUs(ServerSocket port, Failure failure) {
        var taken = assertInstanceOf(Failure.PortTaken.class, failure);
        assertEquals(port.getLocalPort(), taken.port());
        var holder = taken.holder().orElseThrow();
        assertEquals(JAVA, holder.program());
        assertEquals(ProcessHandle.current().pid(), holder.pid());
        var more = holder.more();
        assertEquals(Optional.of(System.getProperty("user.name")), more.user());
        assertEquals(ProcessHandle.current().info().startInstant(), more.since());
        assertTrue(more.command().orElseThrow().contains(JAVA), more::toString);
    }

    /** Asks the system who holds a port, as the app does. */
    private static RealEngine engine() {
        return new RealEngine(
                new Preflight(
                        RealEngine.TRUSTING,
                        Optional::empty,
                        new OshiPorts(RealEngine.LIMIT),
                        OutOfMemoryKills.UNTOLD,
                        EngineDevices.UNTOLD));
    }

    @Test
    @Fault(21)
    @DisplayName("row 21: the port is taken, and by whom")
    void taken() throws Exception {
        var plan = RealEngine.plan(RealEngine.tinyModel(folder), "");
        try (var engine = engine();
                var holder = hold(plan.value(EngineOptions.PORT))) {
            engine.supervisor.start(plan);
            assertHeldByUs(holder, engine.await(EngineState.Failed.class).failure());
        }
    }

    @Test
    @Fault(25)
    @DisplayName("row 25: the port is taken between the check and the start")
    void takenInTheMeantime() throws Exception {
        var fake = new FakeLauncher(folder, "--bind-delay=700");
        int port = RealEngine.freePort();
        try (var engine = engine()) {
            engine.supervisor.start(fake.plan(port));
            engine.await(EngineState.Spawning.class);
            try (var holder = hold(port)) {
                assertHeldByUs(holder, engine.await(EngineState.Failed.class).failure());
            }
        }
    }

    @Test
    @Fault(26)
    @DisplayName("row 26: another server answers while ours has yet to listen")
    void anotherServerAnswers() throws Exception {
        var ours = new FakeLauncher(folder.resolve("ours"), "--bind-delay=60K");
        var theirs = new FakeLauncher(folder.resolve("theirs"), "--props=other");
        int port = RealEngine.freePort();
        try (var engine = engine()) {
            engine.supervisor.start(ours.plan(port));
            engine.await(EngineState.Spawning.class);
            var other =
                    new ProcessBuilder(
                                    theirs.executable().toString(),
                                    "--port",
                                    Integer.toString(port))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                assertEquals(
                        new Failure.StrangerOnPort(
                                port, new Stranger.OtherModel("/elsewhere/other.gguf")),
                        engine.await(EngineState.Failed.class).failure());
            } finally {
                other.destroyForcibly();
            }
        }
    }

    @Test
    @Fault(23)
    @DisplayName("row 23: an address of another computer cannot be asked for")
    void foreignHost() throws Exception {
        var plan = RealEngine.plan(RealEngine.tinyModel(folder), "--host 192.0.2.1");
        assertEquals(
                new Failure.ReservedArgument("--host", Reason.REACHES_ENGINE),
                RealEngine.failure(plan));
    }

    @Test
    @Fault(64)
    @DisplayName("row 64: an engine that refuses our key is not ours")
    void anotherKey() throws Exception {
        var fake = new FakeLauncher(folder, "--key=other");
        int port = RealEngine.freePort();
        try (var engine = engine()) {
            engine.supervisor.start(fake.plan(port));
            assertEquals(
                    new Failure.StrangerOnPort(port, new Stranger.OtherKey()),
                    engine.await(EngineState.Failed.class).failure());
        }
    }
}
