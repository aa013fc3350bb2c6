package dev.paddock.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;

class OshiPortsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void namesWhoListens() throws Exception {
        int port;
        try (var holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = holder.getLocalPort();
            var found = new OshiPorts(LONG).of(port).orElseThrow();
            assertEquals(ProcessHandle.current().pid(), found.pid());
            assertFalse(found.program().isBlank());
        }
        assertEquals(Optional.empty(), new OshiPorts(LONG).of(port));
    }

    @Test
    void someMemoryIsFree() {
        try (var devices = new OshiDevices()) {
            var free = new OshiMemory(devices).read().orElseThrow();
            assertTrue(free.ramBytes() > 1 << 20 && free.swapBytes() >= 0, free.toString());
            assertTrue(free.videoBytes() >= 0, free.toString());
        }
    }
}
