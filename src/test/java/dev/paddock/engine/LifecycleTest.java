package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatEvent;
import dev.paddock.server.ServerState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class LifecycleTest {
    @TempDir Path folder;

    @Test
    void startsChatsAndStops() throws Exception {
        try (var engine = new RealEngine()) {
            var plan = RealEngine.plan(RealEngine.tinyModel(folder), "-t 1");
            var running = engine.start(plan);
            System.getLogger("t")
                    .log(
                            System.Logger.Level.INFO,
                            "startup " + running.startupMillis() + " " + running);
            assertEquals(4096, running.info().contextPerSlot());

            var events = engine.chat("Hello", 50);

            var end = assertInstanceOf(ChatEvent.Finished.class, events.getLast());
            System.getLogger("t").log(System.Logger.Level.INFO, "end " + end);
            assertTrue(events.stream().anyMatch(ChatEvent.Content.class::isInstance));
            System.getLogger("t")
                    .log(
                            System.Logger.Level.INFO,
                            engine.monitor.slots() + " " + engine.monitor.metrics());
            engine.supervisor.stop();
            engine.await(ServerState.Idle.class);
            assertFalse(ProcessHandle.of(running.pid()).isPresent());
        }
    }
}
