package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class LostDeviceTest {
    private final SupervisorFixture fixture = new SupervisorFixture();

    /** Its health is well, and it answers nothing any more: only another process helps. */
    @Test
    void anEngineThatLostItsDeviceIsStartedAgain() {
        fixture.startReady();
        fixture.engine.last().log.accept("lost");
        fixture.advance(2);
        assertEquals(1, fixture.engine.children.getFirst().terminations);
        int stopping = fixture.seen.indexOf("Stopping");
        assertEquals(
                List.of("Ready", "Stopping", "BackingOff"),
                fixture.seen.subList(stopping - 1, stopping + 2));
    }
}
