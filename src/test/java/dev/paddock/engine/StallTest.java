package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.engine.LoadProgress.Stage;
import dev.paddock.engine.Probe.Reply;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

/** A start that takes long: what is told of it, and when a person is asked. */
class StallTest {
    private final SupervisorFixture fixture = new SupervisorFixture();

    private void startLoading() {
        fixture.engine.answer = new Reply.Loading();
        fixture.start();
        fixture.assertIs(EngineState.Loading.class);
    }

    @Test
    void asksAPersonWhenNothingComesForFiveMinutes() {
        startLoading();
        fixture.advance(299);
        fixture.engine.last().log.accept("still reading");
        fixture.advance(299);
        fixture.assertIs(EngineState.Loading.class);
        fixture.advance(3);
        var stalled = fixture.assertIs(EngineState.Stalled.class);
        var late = assertInstanceOf(Failure.NotReadyInTime.class, stalled.why());
        assertEquals(List.of("still reading"), late.lastLines());
        assertEquals(0, fixture.engine.last().terminations, "nobody asked for its end");
    }

    @Test
    void aPersonCanWaitOn() {
        startLoading();
        fixture.advance(301);
        fixture.assertIs(EngineState.Stalled.class);
        fixture.supervisor.waitOn();
        fixture.assertIs(EngineState.Loading.class);
        fixture.advance(299);
        fixture.assertIs(EngineState.Loading.class);
        fixture.advance(2);
        fixture.assertIs(EngineState.Stalled.class);
        fixture.engine.answer = ScriptedEngine.READY;
        fixture.advance(1);
        fixture.assertIs(EngineState.Ready.class);
    }

    @Test
    void aPersonCanStop() {
        startLoading();
        fixture.advance(301);
        fixture.supervisor.stop();
        fixture.assertIs(EngineState.Idle.class);
    }

    @Test
    void everyByteReadIsASignOfLife() {
        startLoading();
        for (int minute = 1; minute <= 20; minute++) {
            fixture.engine.bytesRead = OptionalLong.of(minute * 1_000L);
            fixture.advance(60);
        }
        fixture.assertIs(EngineState.Loading.class);
        fixture.advance(301);
        fixture.assertIs(EngineState.Stalled.class);
        fixture.engine.bytesRead = OptionalLong.of(50_000);
        fixture.advance(1);
        fixture.assertIs(EngineState.Loading.class);
    }

    @Test
    void tellsWhatItIsAt() {
        startLoading();
        assertEquals(Stage.BEGINNING, fixture.supervisor.progress().value().stage());
        fixture.engine.last().log.accept("reading");
        fixture.engine.bytesRead = OptionalLong.of(700);
        fixture.advance(1);
        assertEquals(
                new LoadProgress(Stage.READING, OptionalLong.of(700)),
                fixture.supervisor.progress().value());
    }

    @Test
    @Fault(43)
    void anEngineThatNeverListensAsksToo() {
        fixture.engine.answer = new Reply.Silent();
        fixture.start();
        fixture.advance(301);
        var stalled = fixture.assertIs(EngineState.Stalled.class);
        assertInstanceOf(Failure.NotReadyInTime.class, stalled.why());
    }

    @Test
    @Fault(63)
    void connectionsThatComeToNothingAreToldSoon() {
        fixture.engine.answer = new Reply.Blocked();
        fixture.start();
        fixture.advance(10);
        fixture.assertIs(EngineState.Spawning.class);
        fixture.advance(6);
        var stalled = fixture.assertIs(EngineState.Stalled.class);
        assertEquals(new Failure.PortBlocked(8080), stalled.why());
        fixture.engine.answer = ScriptedEngine.READY;
        fixture.advance(1);
        fixture.assertIs(EngineState.Ready.class);
    }
}
