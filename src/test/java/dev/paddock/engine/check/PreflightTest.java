package dev.paddock.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.Sharing;
import dev.paddock.model.ModelException;
import dev.paddock.model.ModelProblem;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class PreflightTest {
    @TempDir Path folder;

    private final Preflight preflight =
            new Preflight(
                    path -> {
                        throw new ModelException(new ModelProblem.Missing(path));
                    });

    private Optional<Failure> check(Path engine) {
        return preflight.files(new LaunchPlan(engine, folder.resolve("m.gguf"), Options.EMPTY));
    }

    private Path file(String name, byte[] content, boolean executable) throws IOException {
        var file = Files.write(folder.resolve(name), content);
        assertTrue(file.toFile().setExecutable(executable));
        return file;
    }

    @Test
    void namesWhatIsWrongWithTheEngineBeforeTheModel() throws IOException {
        var missing = folder.resolve("none");
        assertEquals(Optional.of(new Failure.EngineMissing(missing)), check(missing));
        assertEquals(Optional.of(new Failure.EngineNotExecutable(folder)), check(folder));
        var plain = file("plain", "#!/bin/sh".getBytes(), false);
        assertEquals(Optional.of(new Failure.EngineNotExecutable(plain)), check(plain));
        var empty = file("empty", new byte[0], true);
        assertEquals(Optional.of(new Failure.EngineWrongFormat(empty)), check(empty));
        var text = file("text", "hello".getBytes(), true);
        assertEquals(Optional.of(new Failure.EngineWrongFormat(text)), check(text));
        var script = file("script", "#!/bin/sh\n".getBytes(), true);
        var model = new ModelProblem.Missing(folder.resolve("m.gguf"));
        assertEquals(Optional.of(new Failure.BadModel(model)), check(script));
    }

    @Test
    void aPortIsTakenWhileSomebodyListensThere() throws IOException {
        int port;
        try (var holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = holder.getLocalPort();
            var taken = Optional.of(new Failure.PortTaken(port));
            assertEquals(taken, preflight.port(listening(port, false)));
            assertEquals(taken, preflight.port(listening(port, true)));
        }
        assertEquals(Optional.empty(), preflight.port(listening(port, false)));
        assertEquals(Optional.empty(), preflight.port(listening(port, true)));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPortThatIsFreeOnLoopbackMayBeTakenElsewhere() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.2"))) {
            int port = holder.getLocalPort();
            assertEquals(Optional.empty(), preflight.port(listening(port, false)));
            assertEquals(
                    Optional.of(new Failure.PortTaken(port)),
                    preflight.port(listening(port, true)));
        }
    }

    @Test
    void whoListensOnIpv6AloneIsNotInTheWay() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            int port = holder.getLocalPort();
            assertEquals(Optional.empty(), preflight.port(listening(port, true)));
        } catch (BindException none) {
            assumeTrue(false, "no IPv6 here");
        }
    }

    private LaunchPlan listening(int port, boolean shared) {
        var options = Options.of(EngineOptions.PORT, port);
        return new LaunchPlan(folder, folder, options, Sharing.OFF.switched(shared));
    }

    @Test
    void aHeldPortIsNotFree() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int held = holder.getLocalPort();
            assertFalse(FreePort.isFree(held));
            assertTrue(FreePort.isFree(TestPorts.next()));
        }
    }

    @Test
    void afterAFailureItSaysWhoIsInTheWay() {
        var holder = new PortHolder("nginx", 42);
        var asking =
                new Preflight(
                        path -> {
                            throw new ModelException(new ModelProblem.Missing(path));
                        },
                        Optional::empty,
                        port -> port == 8080 ? Optional.of(holder) : Optional.empty(),
                        OutOfMemoryKills.UNTOLD,
                        EngineDevices.UNTOLD);
        var plan = listening(8080, false);
        assertEquals(
                new Failure.PortTaken(8080, Optional.of(holder)),
                asking.explained(plan, new Failure.PortTaken(8080)));
        assertEquals(
                new Failure.PortTaken(8081), asking.explained(plan, new Failure.PortTaken(8081)));
        for (var other :
                List.of(
                        new Failure.OutOfMemory("says"),
                        new Failure.ContextTooLarge(4096, "says"),
                        new Failure.NoModel())) {
            assertEquals(other, asking.explained(plan, other), "nothing is known of its memory");
        }
    }

    @Test
    void aPortTheSystemKeepsIsToldFromOneThatIsTaken() {
        assertTrue(Preflight.forbidden(new BindException("Permission denied")));
        assertFalse(Preflight.forbidden(new BindException("Address already in use")));
        assertFalse(Preflight.forbidden(new IOException()));
    }

    @Test
    void aProgramCutShortIsNone() {
        assertFalse(ProgramFormat.runs(exe(0x8664).limit(0x3f), "Windows 11", "amd64"));
        assertTrue(ProgramFormat.runs(exe(0x8664).limit(134), "Windows 11", "amd64"));
        assertFalse(ProgramFormat.runs(exe(0x8664).limit(133), "Windows 11", "amd64"));
        assertFalse(ProgramFormat.runs(exe(0x8664).put(129, (byte) 'x'), "Windows 11", "amd64"));
        assertTrue(ProgramFormat.runs(exe(0xaa64), "Windows 11", "aarch64"));
        assertTrue(ProgramFormat.runs(exe(0x8664), "Windows 11", "aarch64"));
        assertFalse(ProgramFormat.runs(exe(0x1234), "Windows 11", "aarch64"));
        assertTrue(ProgramFormat.runs(exe(0x1234), "Windows 11", "riscv64"));
        assertFalse(ProgramFormat.runs(ByteBuffer.allocate(1), "Linux", "amd64"));
        assertTrue(ProgramFormat.runs(ByteBuffer.wrap(new byte[] {'#', '!'}), "Linux", "amd64"));
    }

    @Test
    void knowsProgramsOfEachSystem() {
        assertTrue(ProgramFormat.runs(elf(0x3e), "Linux", "amd64"));
        assertFalse(ProgramFormat.runs(elf(0xb7), "Linux", "amd64"));
        assertTrue(ProgramFormat.runs(elf(0xb7), "Linux", "aarch64"));
        assertTrue(ProgramFormat.runs(elf(0xf3), "Linux", "riscv64"));
        assertFalse(ProgramFormat.runs(elf(0x3e), "Windows 11", "amd64"));
        assertTrue(ProgramFormat.runs(exe(0x8664), "Windows 11", "amd64"));
        assertFalse(ProgramFormat.runs(exe(0xaa64), "Windows 11", "amd64"));
        assertTrue(ProgramFormat.runs(mach(0x0100000c), "Mac OS X", "aarch64"));
        assertTrue(ProgramFormat.runs(mach(0x01000007), "Mac OS X", "aarch64"));
        assertFalse(ProgramFormat.runs(mach(0x0100000c), "Mac OS X", "x86_64"));
    }

    private static ByteBuffer elf(int machine) {
        var head = ByteBuffer.allocate(64);
        head.putInt(0, 0x7f454c46).put(4, (byte) 2).put(5, (byte) 1);
        return head.put(18, (byte) machine);
    }

    private static ByteBuffer exe(int machine) {
        var head = ByteBuffer.allocate(256).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        head.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3c, 128);
        return head.putInt(128, 0x4550).putShort(132, (short) machine);
    }

    private static ByteBuffer mach(int processor) {
        var head = ByteBuffer.allocate(64);
        head.putInt(0, 0xcffaedfe).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        return head.putInt(4, processor);
    }
}
