package dev.paddock.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.paddock.engine.check.TestPorts;
import dev.paddock.instance.SingleInstance.Entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

@Timeout(60)
class SingleInstanceTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir Path folder;
    private final BlockingQueue<List<String>> visits = new LinkedBlockingQueue<>();

    private CompletionStage<?> note(List<String> asked) {
        if (asked.contains("--no")) {
            return CompletableFuture.failedStage(new IllegalArgumentException("--no"));
        }
        visits.add(asked);
        return CompletableFuture.completedFuture(asked);
    }

    private Path doorFile() {
        return folder.resolve("paddock.door");
    }

    private Entry enter(Duration patience) throws Exception {
        return SingleInstance.enter(folder, List.of("/m/a b ü.gguf", "--start"), patience);
    }

    @Test
    void oneAtATime() throws IOException {
        try (var _ = SingleInstance.take(folder.resolve("new")).orElseThrow()) {
            assertEquals(Optional.empty(), SingleInstance.take(folder.resolve("new")));
        }
        var next = SingleInstance.take(folder.resolve("new"));
        assertTrue(next.isPresent());
        next.get().close();
    }

    @Test
    void theSecondHandsOverWhatItWasAskedFor() throws Exception {
        var asked =
                List.of(
                        "/m/a b ü.gguf",
                        "--start",
                        "--port=9000",
                        "--gpu-layers=-1",
                        "--parallel=2");
        try (var _ = SingleInstance.take(folder).orElseThrow();
                var _ = InstanceServer.open(folder, this::note)) {
            var entry = SingleInstance.enter(folder, asked, LONG);
            assertInstanceOf(Entry.HandedOver.class, entry);
            assertEquals(asked, visits.remove());
            assertInstanceOf(Entry.HandedOver.class, enter(LONG), "the door stays open");
        }
        assertFalse(Files.exists(doorFile()));
    }

    @Test
    void aFirstThatOpensItsDoorLaterIsWaitedFor() throws Exception {
        try (var _ = SingleInstance.take(folder).orElseThrow()) {
            var second = CompletableFuture.supplyAsync(this::entered);
            try (var _ = InstanceServer.open(folder, this::note)) {
                assertInstanceOf(Entry.HandedOver.class, second.join());
            }
        }
    }

    @Test
    void aFirstThatEndsLeavesTheFolderToTheSecond() throws Exception {
        var first = SingleInstance.take(folder).orElseThrow();
        var second = CompletableFuture.supplyAsync(this::entered);
        first.close();
        var alone = assertInstanceOf(Entry.Alone.class, second.join());
        alone.lock().close();
    }

    private Entry entered() {
        try {
            return enter(LONG);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aFirstThatDoesNotDoItIsNotWaitedForLong() throws Exception {
        try (var _ = SingleInstance.take(folder).orElseThrow();
                var _ = InstanceServer.open(folder, _ -> new CompletableFuture<>())) {
            assertInstanceOf(Entry.Refused.class, enter(SHORT));
        }
    }

    @Test
    void whatAKilledPaddockLeftBehindIsInNobodysWay() throws Exception {
        String word = "0".repeat(32);
        try (var _ = SingleInstance.take(folder).orElseThrow();
                var mute = new ServerSocket(0, 9, InetAddress.ofLiteral("127.0.0.1"))) {
            int gone = TestPorts.next();
            for (String left :
                    List.of(
                            gone + " " + word,
                            mute.getLocalPort() + " " + word,
                            "",
                            "0 " + word,
                            "70000 " + word,
                            "port word",
                            "x".repeat(1 << 20))) {
                Files.writeString(doorFile(), left);
                assertInstanceOf(Entry.Refused.class, enter(SHORT), left);
            }
        }
        var alone = assertInstanceOf(Entry.Alone.class, enter(SHORT));
        try (var _ = alone.lock();
                var _ = InstanceServer.open(folder, this::note)) {
            assertInstanceOf(Entry.HandedOver.class, enter(LONG));
        }
    }

    @Test
    void onlyTheWordOpensTheDoor() throws Exception {
        try (var _ = SingleInstance.take(folder).orElseThrow();
                var _ = InstanceServer.open(folder, this::note)) {
            String[] address = Files.readString(doorFile()).split(" ");
            byte[] wrong = ("f".repeat(32) + "\1\0\7--start").getBytes(US_ASCII);
            byte[] unknown = (address[1] + "\1\0\4--no").getBytes(US_ASCII);
            byte[] noise = new byte[1 << 16];
            for (byte[] said : List.of(wrong, unknown, noise, new byte[0])) {
                assertEquals(-1, say(Integer.parseInt(address[0]), said));
            }
            assertTrue(visits.isEmpty());
            assertInstanceOf(Entry.HandedOver.class, enter(LONG));
        }
    }

    /** The answer, or -1 for none. */
    private static int say(int port, byte[] bytes) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            return socket.getInputStream().read();
        } catch (java.net.SocketException cutOff) {
            return -1;
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theWordIsForTheOwnerAlone() throws Exception {
        try (var _ = InstanceServer.open(folder, this::note)) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(doorFile())));
        }
    }
}
