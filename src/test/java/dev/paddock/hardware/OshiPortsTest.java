package dev.paddock.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

class OshiPortsTest {
    @Test
    void namesWhoListensWithinASecond() throws Exception {
        int port;
        try (var holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = holder.getLocalPort();
            long before = System.nanoTime();
            var found = new OshiPorts().of(port).orElseThrow();
            assertTrue(System.nanoTime() - before < 1.5e9, "it took too long");
            assertEquals(ProcessHandle.current().pid(), found.pid());
            assertFalse(found.program().isBlank());
        }
        assertEquals(Optional.empty(), new OshiPorts().of(port));
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
