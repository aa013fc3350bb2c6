package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.check.TestPorts;
import dev.paddock.option.EngineOptions;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A port in use: one that nobody chose is no matter, a chosen one is explained. */
class PortJourneyTest extends Journey {
    private static final long PATIENCE_SECONDS = 20;

    @Test
    void theUsualOneInUseIsEvadedQuietly() throws Exception {
        int usual = EngineOptions.PORT.usual();
        try (var _ = holding(usual);
                var app = AppUnderTest.open(data, model.toString())) {
            app.window.startEngine();
            app.awaitReady();
            int port = app.state().running().orElseThrow().endpoint().port();
            assertNotEquals(usual, port);
            app.awaitShown(
                    "Port %d is in use by another program, so the engine listens on port %d."
                            .formatted(usual, port));
            app.press(KeyCode.CONTROL, KeyCode.I);
            app.awaitShown("http://127.0.0.1:" + port + "/v1");
            assertFalse(app.shows("Restart"), "nothing has changed since the start");
        }
    }

    /**
     * Takes the port as soon as it is free, as engines of other tests leave it again within a
     * moment. What holds it for longer will hold it through this test as well: nothing to close.
     */
    private static AutoCloseable holding(int port) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
            } catch (IOException held) {
                if (System.nanoTime() > end) {
                    return () -> {};
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }

    @Test
    void whoHoldsAChosenOneIsTold() throws Exception {
        int taken = TestPorts.next();
        try (var _ = new ServerSocket(taken, 1, InetAddress.getByName("127.0.0.1"));
                var app = AppUnderTest.open(data, "--port=" + taken, model.toString())) {
            app.window.startEngine();
            app.await("the start to fail", () -> app.state() instanceof EngineState.Failed);
            long pid = ProcessHandle.current().pid();
            app.awaitShown("java (process %d) already listens on port %d.".formatted(pid, taken));
            assertFalse(app.shows("Running since"));
            app.click("Show more");
            app.awaitShown("User: " + System.getProperty("user.name"));
            assertFalse(app.shows("Process " + pid), "it stands in the sentence above already");
            app.awaitShown("Running since");
            app.awaitShown("Command: ");
            app.click("Show less");
            app.await("the details to go", () -> !app.shows("Running since"));
        }
    }
}
